/** dist/server.js: starts the server in dist/server-main.js, quickly. */
import { type Digests, runCached } from '../config/code-cache';

declare const __DIGESTS__: Digests;

const main = runCached(__dirname, 'server-main.js', __DIGESTS__, () => main.worthCaching()) as {
  /** Whether this run checked a file, and so compiled what most runs need. */
  worthCaching(): boolean;
};
