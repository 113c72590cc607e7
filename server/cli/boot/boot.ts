/** dist/cli.js: starts the program in dist/cli-main.js, quickly. */
import { join } from 'node:path';
import { runCached } from './code-cache';

declare const __MAIN_DIGEST__: string;
declare const __SERVER_DIGEST__: string;

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)(=|$)/;
const [command] = process.argv.slice(2);
if (command === 'lsp' && !process.argv.includes('--help') && !process.argv.includes('-h')) {
  // vscode-languageserver reads its transport from process.argv and has no default.
  if (!process.argv.some((arg) => TRANSPORT.test(arg))) process.argv.push('--stdio');
  runCached(join(__dirname, 'server.js'), __SERVER_DIGEST__);
} else {
  // What `check` compiles is what most runs need; a cache made by `--help` would lack it.
  runCached(join(__dirname, 'cli-main.js'), __MAIN_DIGEST__, () => command === 'check');
}
