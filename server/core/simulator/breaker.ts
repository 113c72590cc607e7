/**
 * The deployment circuit breaker: how many failures it tolerates, what counts, what resets (simulator.md §2.1).
 * It only counts; what a trip does is in deployment.ts.
 */
import { ceilPercent, floorPercent } from './bounds';
import type { Options } from './options';
import type { CircuitBreaker } from './plan';

export interface Breaker {
  readonly enabled: boolean;
  readonly rollback: boolean;
  readonly settings: CircuitBreaker;
  readonly resets: boolean;
  count: number;
  highest: number;
  tripAt: number;
  tripCount: number;
}

const DEFAULT_PERCENT = 50;

/**
 * Failures after which the breaker opens.
 * BOUNDED_PERCENT: clamp(ceil(value % of desired), 3, 200); UNBOUNDED_PERCENT: without clamp; COUNT: value.
 * Source: developer guide deployment-circuit-breaker; API model ThresholdConfiguration.
 */
export function threshold(
  desired: number,
  type: CircuitBreaker['type'] = 'BOUNDED_PERCENT',
  value = DEFAULT_PERCENT,
  limits: { min: number; max: number } = { min: 3, max: 200 },
  unbounded: Options['unboundedRounding'] = 'up',
): number {
  if (type === 'COUNT') return value;
  if (type === 'UNBOUNDED_PERCENT' && unbounded === 'down') return floorPercent(desired, value);
  const share = ceilPercent(desired, value);
  return type === 'UNBOUNDED_PERCENT' ? share : Math.min(limits.max, Math.max(limits.min, share));
}

export function createBreaker(settings: CircuitBreaker | undefined): Breaker {
  return {
    enabled: settings?.enable ?? false,
    rollback: settings?.rollback ?? false,
    settings: settings ?? { enable: false, rollback: false },
    resets: settings?.reset ?? true,
    count: 0,
    highest: 0,
    tripAt: -1,
    tripCount: -1,
  };
}

export function countFailures(breaker: Breaker, failures = 1): void {
  breaker.count += failures;
  if (breaker.count > breaker.highest) breaker.highest = breaker.count;
}

/** A healthy task clears the count, unless resetOnHealthyTask is off. RUNNING alone never does. */
export function forgive(breaker: Breaker): void {
  if (breaker.resets) breaker.count = 0;
}

/** The threshold by the latest desired count. */
export function thresholdNow(breaker: Breaker, desired: number, options: Options): number {
  const limits = { min: options.breakerMinimum, max: options.breakerMaximum };
  const { type, value } = breaker.settings;
  return threshold(desired, type, value, limits, options.unboundedRounding);
}

/** True once the count has reached the threshold; the count may have jumped past it within one instant. */
export function isOpen(breaker: Breaker, desired: number, options: Options): boolean {
  return breaker.enabled && breaker.count > 0 && breaker.count >= thresholdNow(breaker, desired, options);
}
