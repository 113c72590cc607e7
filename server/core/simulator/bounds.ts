/** The integer arithmetic of a rollout: bounds, shares, task set scale. */

/**
 * ceil(count × percent / 100) for whole numbers, exact.
 * Source: API-2019 line 20, BOTO3-2024 line 464 (minimum healthy percent rounds up).
 */
export function ceilPercent(count: number, percent: number): number {
  return Math.floor((count * percent + 99) / 100);
}

/**
 * floor(count × percent / 100) for whole numbers, exact.
 * Source: API-2019 line 22, BOTO3-2024 line 452 (maximum percent rounds down).
 */
export function floorPercent(count: number, percent: number): number {
  return Math.floor((count * percent) / 100);
}

export interface Bounds {
  /** Fewest healthy tasks of all revisions that must remain. */
  lower: number;
  /** Most tasks of all revisions, starting, running and stopping. */
  upper: number;
}

/** @param min minimumHealthyPercent @param max maximumPercent, both whole numbers. */
export function bounds(desired: number, min: number, max: number): Bounds {
  return { lower: ceilPercent(desired, min), upper: floorPercent(desired, max) };
}

/** A rollout that the bounds alone can never move, whatever the cluster: service-facts.md S015. */
export function isStuckByBounds(desired: number, min: number, max: number): boolean {
  const { lower, upper } = bounds(desired, min, max);
  return desired > 0 && lower >= desired && upper <= desired;
}

/**
 * computedDesiredCount of a task set: desired × scale percent, always rounded up (BOTO3-2024 line 1771).
 * The scale may have decimals; it is taken in billionths so that 33.3 does not suffer from binary fractions.
 */
export function computedDesiredCount(desired: number, scale: number): number {
  const units = 1_000_000_000;
  const exact = BigInt(desired) * BigInt(Math.round(scale * units));
  const whole = BigInt(100 * units);
  return Number((exact + whole - 1n) / whole);
}
