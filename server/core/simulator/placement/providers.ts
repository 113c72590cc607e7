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

/** What the documents leave open about shares; options of the simulator. */
export interface ShareRules {
  providerRemainder: 'highest-averages' | 'largest-deficit';
  baseWithoutWeight: 'held' | 'ignored';
}

export const SHARE_RULES: ShareRules = { providerRemainder: 'highest-averages', baseWithoutWeight: 'held' };

/** The provider of the next task when each already has so many. The strategy must be an accepted one. */
export function nextProvider(
  given: readonly number[],
  strategy: readonly ProviderShare[],
  rules: ShareRules = SHARE_RULES,
): number {
  const baseOf = ({ base = 0, weight = 0 }: ProviderShare) =>
    weight === 0 && rules.baseWithoutWeight === 'ignored' ? 0 : base;
  for (const [i, share] of strategy.entries()) if ((given[i] ?? 0) < baseOf(share)) return i;
  const beyond = strategy.map((share, i) => (given[i] ?? 0) - baseOf(share));
  const rank = rules.providerRemainder === 'largest-deficit' ? deficits(beyond, strategy) : averages(beyond, strategy);
  let best = -1;
  for (let i = 0; i < strategy.length; i++) {
    if (!strategy[i]?.weight) continue;
    if (best < 0 || (rank[i] as number) < (rank[best] as number)) best = i;
  }
  return best;
}

/** What each would have for its weight with one task more. */
function averages(beyond: readonly number[], strategy: readonly ProviderShare[]): number[] {
  return strategy.map(({ weight = 0 }, i) => ((beyond[i] as number) + 1) / weight);
}

/** What each has above its exact share of one task more; times the sum of the weights, to stay whole. */
function deficits(beyond: readonly number[], strategy: readonly ProviderShare[]): number[] {
  const weights = strategy.reduce((sum, { weight = 0 }) => sum + weight, 0);
  const tasks = beyond.reduce((sum, n) => sum + n, 0) + 1;
  return strategy.map(({ weight = 0 }, i) => (beyond[i] as number) * weights - tasks * weight);
}

/**
 * How n tasks are shared among the providers of a strategy, in its order.
 * @returns one count per provider, summing to n; null where CreateService refuses the strategy.
 */
export function split(n: number, strategy: readonly ProviderShare[], rules: ShareRules = SHARE_RULES): number[] | null {
  if (!acceptsStrategy(strategy)) return null;
  const given = strategy.map(() => 0);
  for (let task = 0; task < n; task++) {
    const provider = nextProvider(given, strategy, rules);
    given[provider] = (given[provider] as number) + 1;
  }
  return given;
}
