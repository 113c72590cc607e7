/** `npm start`: checks the examples with the built program, so that a fresh clone shows at once what it is for. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = ['check', 'client/examples', '--exit-zero'];
console.log(`$ ecs-preflight ${args.join(' ')}\n`);
const { status, error } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
  cwd: root,
  stdio: 'inherit',
});
if (error) throw error;
console.log('\nYour own files: node dist/cli.js check PATH');
process.exitCode = status ?? 1;
