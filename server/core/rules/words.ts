import { distance } from 'fastest-levenshtein';

/** Small wordings that messages share. They take plain values and give plain words. */

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly (string | number)[]): string {
  const all = words.map(String);
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} or ${all[all.length - 1]}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly (string | number)[]): string {
  const all = words.map(String);
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`;
}

/** `1 task`, `2 tasks`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `1,050,000`. */
export const thousands = (n: number) => n.toLocaleString('en');

/** A value as it would stand in a message: strings in quotes, cut when long. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…${typeof value === 'string' ? '"' : ''}` : text;
}

/** The dotted path of a fact for a message: `loadBalancers[0].containerPort`. */
export function dotted(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part), '');
}

/**
 * The nearest of some words to a typed one, when it is near enough to be meant: one slip in four letters, three at most.
 * Other ways to divide the words of a name (`health_check_grace_period_seconds`) are no slip.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(3, Math.max(1, Math.floor(word.length / 4))) + 1;
  for (const candidate of words) {
    if (undivided(candidate) === undivided(word)) return candidate;
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

const undivided = (word: string) => word.toLowerCase().replace(/[-_ ]/g, '');
