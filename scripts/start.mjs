/**
 * `npm start`: checks the examples with the built program and shows a rollout, so that a fresh clone tells at once what
 * it is for.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

run('check', 'client/examples', '--exit-zero');
run('simulate', 'client/examples/fine/checkout-service.yaml');
console.log('Your own files: node dist/cli.js check PATH');

function run(...args) {
  console.log(`$ ecs-preflight ${args.join(' ')}\n`);
  const program = [join(root, 'dist/cli.js'), ...args];
  const { status, error } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exitCode = status ?? 1;
  console.log();
}
