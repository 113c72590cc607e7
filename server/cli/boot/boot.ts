/** dist/cli.js: starts the program in dist/cli-main.js, quickly. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCached } from '../../config/code-cache';

declare const __MAIN_DIGEST__: string;

const [command] = process.argv.slice(2);
if (command === 'lsp' && !process.argv.includes('--help') && !process.argv.includes('-h')) {
  createRequire(__filename)('./server.js');
} else {
  // What `check` compiles is what most runs need; a cache made by `--help` would lack it.
  runCached(join(__dirname, 'cli-main.js'), __MAIN_DIGEST__, () => command === 'check');
}
