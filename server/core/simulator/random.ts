/**
 * Seeded randomness that is the same on every platform: xoroshiro128+ on 32-bit integers,
 * and only operations whose result IEEE 754 fixes (no logarithm, no sine).
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** A whole number in [0, bound). */
  below(bound: number): number;
  /** A whole number between best and worst; half of the draws lie on each side of the default. */
  between(best: number, typical: number, worst: number): number;
}

const TWO_32 = 4_294_967_296;

export function createRandom(seed: number): Random {
  // The first numbers of neighbouring seeds are all but the same until the seed is mixed.
  const generator = xoroshiro128plus(mix(seed | 0, 0));
  const unit = () => (generator.next() >>> 0) / TWO_32;
  return {
    below: (bound) => Math.floor(unit() * bound),
    between: (best, typical, worst) => {
      const u = unit();
      return u < 0.5
        ? best + Math.round((typical - best) * 2 * u)
        : typical + Math.round((worst - typical) * (2 * u - 1));
    },
  };
}

/** Mixes two whole numbers to 32 bits (for ids); not for statistics. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}
