import type { Io } from './io';

const QUIET_FOR = 1000;
const EVERY = 100;

/**
 * A line on the terminal that says how far we are, once it has taken a second. Nothing where stderr is no terminal.
 * @param say the line, in which `done` is what was given to `step`
 */
export function createProgress(io: Io, say: (done: number) => string): { step(done: number): void; end(): void } {
  if (!io.errIsTerminal) return { step: () => {}, end: () => {} };
  const start = io.now();
  let next = start + QUIET_FOR;
  let shown = false;
  return {
    step(done) {
      if (io.now() < next) return;
      next = io.now() + EVERY;
      shown = true;
      io.err(`\r\u001b[K${say(done)}`);
    },
    end() {
      if (shown) io.err('\r\u001b[K');
    },
  };
}
