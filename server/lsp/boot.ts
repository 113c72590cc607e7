/** dist/server.js: starts the server in dist/server-main.js, quickly. */
import { join } from 'node:path';
import { runCached } from '../config/code-cache';

declare const __MAIN_DIGEST__: string;

const main = runCached(join(__dirname, 'server-main.js'), __MAIN_DIGEST__, () => main.worthCaching()) as {
  /** Whether this run checked a file, and so compiled what most runs need. */
  worthCaching(): boolean;
};
