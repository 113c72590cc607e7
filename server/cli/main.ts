/** dist/cli-main.js: the program, bound to this process. */
import { readFileSync } from 'node:fs';
import type { Io } from './io';
import { run } from './run';

const STDIN = 0;

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  input: () => readFileSync(STDIN),
  cwd: process.cwd(),
  env: process.env,
  get outIsTerminal() {
    return process.stdout.isTTY === true;
  },
  get errIsTerminal() {
    return process.stderr.isTTY === true;
  },
  get columns() {
    return process.stdout.columns;
  },
  now: () => performance.now(),
};

// `ecs-preflight check | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
