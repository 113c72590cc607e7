import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CAUSES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache', 'fuzz');
/** More of the same help nobody. */
const MOST = 20;

/** Counts what was tried, notes what failed, and how long the slowest took. */
export function createLog(part) {
  let tried = 0;
  let failed = 0;
  let slowest = { ms: 0, what: '' };
  const fail = (what, problem, cause) => {
    if (++failed > MOST) return;
    mkdirSync(CAUSES, { recursive: true });
    const file = join(CAUSES, `${part}-${failed}.txt`);
    writeFileSync(file, cause);
    console.log(`  FAILED ${what}: ${problem?.stack ?? problem}\n    ${file}`);
  };
  return {
    fail,
    tried: (what, ms) => {
      tried++;
      if (ms > slowest.ms) slowest = { ms, what };
    },
    note: (text) => console.log(`  ${text}`),
    end() {
      const dearest = slowest.what ? `; slowest ${slowest.ms.toFixed(0)} ms (${slowest.what})` : '';
      console.log(`${part}: ${tried} tried, ${failed} failed${dearest}`);
      return failed;
    },
  };
}

/**
 * Milliseconds that somebody waits for on a machine with nothing else to do, never less: the wall's clock counts what
 * other programs take, the processor's counts garbage collection and compiling beside the work.
 * @param wall milliseconds on the wall @param cpu milliseconds of all threads, NaN where nobody counts them
 */
export const waited = (wall, cpu) => (Number.isNaN(cpu) ? wall : Math.min(wall, cpu));

/** The milliseconds that a piece of work makes somebody wait. */
export function timeOf(work) {
  const start = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return waited(performance.now() - start, (user + system) / 1000);
}

/** What nothing may take longer than. */
export const LIMIT_MS = 2000;
