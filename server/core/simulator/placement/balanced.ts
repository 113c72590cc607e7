/** Zone rebalancing: where tasks should be, and how they get there (simulator.md §3.6; developer guide, service-rebalancing). */

/**
 * Tasks per zone after rebalancing, ascending: an equal share, the remainder one each. With fewer tasks than zones
 * some zones stay empty.
 */
export function balanced(desired: number, zones: number): number[] {
  if (zones <= 0) return [];
  const share = Math.floor(desired / zones);
  const remainder = desired % zones;
  return Array.from({ length: zones }, (_, i) => (i < zones - remainder ? share : share + 1));
}

export interface RebalanceStep {
  /** Index of the zone where a task starts, and then of the one where a task stops. */
  to: number;
  from: number;
}

/**
 * The moves that bring counts to balance, one task at a time: start in the poorest zone, then stop in the richest.
 * Ties go to the first zone. Empty when no zone has two tasks more than another.
 */
export function rebalanceSteps(counts: readonly number[]): RebalanceStep[] {
  const now = [...counts];
  const steps: RebalanceStep[] = [];
  for (;;) {
    let to = 0;
    let from = 0;
    for (let zone = 1; zone < now.length; zone++) {
      if ((now[zone] as number) < (now[to] as number)) to = zone;
      if ((now[zone] as number) > (now[from] as number)) from = zone;
    }
    if (((now[from] ?? 0) as number) - ((now[to] ?? 0) as number) < 2) return steps;
    now[to] = (now[to] as number) + 1;
    now[from] = (now[from] as number) - 1;
    steps.push({ to, from });
  }
}
