/** dist/cli.js: starts the program in dist/cli-main.js, quickly. */
import { createRequire } from 'node:module';
import { type Digests, runCached } from '../../config/code-cache';

declare const __DIGESTS__: Digests;

const [command] = process.argv.slice(2);
if (command === 'lsp' && !process.argv.includes('--help') && !process.argv.includes('-h')) {
  createRequire(__filename)('./server.js');
} else {
  // What `check` compiles is what most runs need; a cache made by `--help` would lack it.
  runCached(__dirname, 'cli-main.js', __DIGESTS__, () => command === 'check');
}
