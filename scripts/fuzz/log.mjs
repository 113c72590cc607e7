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

/** Milliseconds of processor time that a piece of work takes: the clock on the wall says little on a busy machine. */
export function cpuTime(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What nothing may take longer than. */
export const LIMIT_MS = 2000;
