import { spawnSync } from 'node:child_process';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs commands (`[args]` of this node) in turns, so that whatever else the machine does falls on all of them alike.
 * Returns the median wall milliseconds of each.
 */
export function interleaved(commands, { rounds, env = process.env, cwd } = {}) {
  const times = commands.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    commands.forEach((args, i) => {
      const start = process.hrtime.bigint();
      const { status, error } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env, cwd });
      if (error || status === null || status > 1) throw error ?? new Error(`${args.join(' ')}: exit code ${status}`);
      // The first round warms the disk and writes the code cache.
      if (round > 0) times[i].push(Number(process.hrtime.bigint() - start) / 1e6);
    });
  }
  return times.map(median);
}
