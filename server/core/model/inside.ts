import type { ScalarNode, Span } from '../syntax';
import { blockStarts } from './block-text';
import type { Fact } from './fact';

/**
 * Where a part of a string value stands in the file. `from` and `to` count UTF-16 units of the value. Quotes and escapes
 * are followed; where the text is folded in a way that we do not follow the whole value comes back, and undefined when there is no value.
 */
export function spanInside(fact: Fact, from: number, to: number): Span | undefined {
  const node = fact.target;
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return fact.span;
  if (fact.node !== node) return fact.span;
  const starts = unitStarts(node, node.value);
  const start = starts?.[from];
  const end = starts?.[to];
  return start === undefined || end === undefined ? fact.span : { start, end };
}

/** The place in the value of an offset of the file; undefined outside of it or where the text is folded. */
export function textOffset(fact: Fact, offset: number): number | undefined {
  const node = fact.target;
  if (node?.kind !== 'scalar' || typeof node.value !== 'string' || fact.node !== node) return undefined;
  const starts = unitStarts(node, node.value);
  if (!starts || offset < (starts[0] as number) || offset > (starts[starts.length - 1] as number)) return undefined;
  let unit = 0;
  while (unit + 1 < starts.length && (starts[unit + 1] as number) <= offset) unit++;
  return unit;
}

/** File offset of each unit of the value and of its end; undefined when the two do not run side by side. */
function unitStarts(node: ScalarNode, value: string): number[] | undefined {
  if (node.style === 'block') return blockStarts(node, value);
  if (/[\r\n]/.test(node.source)) return undefined;
  const quoted = node.style === 'double' || node.style === 'single';
  const starts: number[] = [];
  let at = quoted ? 1 : 0;
  for (let unit = 0; unit < value.length; unit++) {
    starts.push(node.start + at);
    at +=
      node.style === 'double'
        ? escapeLength(node.source, at)
        : node.style === 'single' && node.source.startsWith("''", at)
          ? 2
          : 1;
  }
  starts.push(node.start + at);
  return at === node.source.length - (quoted ? 1 : 0) ? starts : undefined;
}

/** How many characters of the source stand for one unit of the value: `\"` 2, `\u0041` 6, `\x41` 4. */
function escapeLength(source: string, at: number): number {
  if (source[at] !== '\\') return 1;
  const kind = source[at + 1];
  return kind === 'u' ? 6 : kind === 'x' ? 4 : 2;
}
