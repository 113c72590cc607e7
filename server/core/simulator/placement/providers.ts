/**
 * Shares of capacity providers: base first, then weights. The documents fix the exact share to within one task; the
 * method of highest averages decides the rest, because it never takes a task away when one is added
 * (inference, simulator.md §4; the workshop's three published splits agree).
 */
import type { ProviderShare } from './types';

/** CapacityProviderStrategyItem in the API model. */
const MAX_WEIGHT = 1000;
const MAX_BASE = 100_000;
/** CreateServiceRequest in the API model; 6 before 2025. */
const MAX_PROVIDERS = 20;

/**
 * Does CreateService take the strategy? One provider at most has a base, and some weight is above 0; the service
 * demands the latter of a single provider too (recorded error 50, errors.md).
 */
export function acceptsStrategy(strategy: readonly ProviderShare[]): boolean {
  if (strategy.length === 0 || strategy.length > MAX_PROVIDERS) return false;
  const inRange = strategy.every(
    ({ base = 0, weight = 0 }) => base >= 0 && base <= MAX_BASE && weight >= 0 && weight <= MAX_WEIGHT,
  );
  return (
    inRange && strategy.filter(({ base = 0 }) => base > 0).length <= 1 && strategy.some(({ weight = 0 }) => weight > 0)
  );
}

/** The provider of the next task when each already has so many. The strategy must be an accepted one. */
export function nextProvider(given: readonly number[], strategy: readonly ProviderShare[]): number {
  for (let i = 0; i < strategy.length; i++) if ((given[i] ?? 0) < (strategy[i]?.base ?? 0)) return i;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < strategy.length; i++) {
    const { base = 0, weight = 0 } = strategy[i] as ProviderShare;
    if (weight === 0) continue;
    const average = ((given[i] ?? 0) - base + 1) / weight;
    if (average < least) {
      least = average;
      best = i;
    }
  }
  return best;
}

/**
 * How n tasks are shared among the providers of a strategy, in its order.
 * @returns one count per provider, summing to n; null where CreateService refuses the strategy.
 */
export function split(n: number, strategy: readonly ProviderShare[]): number[] | null {
  if (!acceptsStrategy(strategy)) return null;
  const given = strategy.map(() => 0);
  for (let task = 0; task < n; task++) {
    const provider = nextProvider(given, strategy);
    given[provider] = (given[provider] as number) + 1;
  }
  return given;
}
