/** dist/cli-main.js: the program, bound to this process. */
import type { Io } from './io';
import { run } from './run';
import { isTerminal, readInput, writeAll } from './write';

const io: Io = {
  out: (text) => writeAll(1, text),
  err: (text) => writeAll(2, text),
  input: readInput,
  cwd: process.cwd(),
  env: process.env,
  get outIsTerminal() {
    return isTerminal(1);
  },
  get errIsTerminal() {
    return isTerminal(2);
  },
  get columns() {
    return process.stdout.columns;
  },
  onInterrupt(listener) {
    process.once('SIGINT', listener);
    return () => process.off('SIGINT', listener);
  },
  now: () => performance.now(),
};

// Everything is written by now, so there is nothing to wait for; taking the heap down in order would cost milliseconds.
run(process.argv.slice(2), io).then((code) => process.exit(code));
