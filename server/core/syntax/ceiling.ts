/** How much of a file is read where somebody waits for every keystroke: more than any file that people write. */
import type { Build } from './build';
import type { Doc, Node, SyntaxProblem } from './node';

/** Characters. A service definition has a few thousand, the largest streams of them a million. */
export const LARGEST = 1_050_000;

/**
 * Characters that the yaml package may read of one file, all readings together. It takes what plain-yaml.ts does not,
 * and ten times as long.
 */
export const SLOWEST = 200_000;

/** Where reading stops: at the end of the text, of a document or of a line. */
export function endOfReading(text: string): number {
  if (text.length <= LARGEST) return text.length;
  const boundary = text.lastIndexOf('\n---', LARGEST) + 1;
  if (boundary > LARGEST / 2) return boundary;
  const line = text.lastIndexOf('\n', LARGEST - 1) + 1;
  return line > LARGEST / 2 ? line : LARGEST;
}

/** What is wrong with a text only because it was cut off at `end`. */
export function isOfCut({ code, end }: SyntaxProblem, cut: number): boolean {
  return code.startsWith('unclosed') || end >= cut;
}

export function tooLarge(offset: number): SyntaxProblem {
  return {
    code: 'too-large',
    severity: 'warning',
    start: offset,
    end: offset + 1,
    message:
      'An editor does not read a file of this size to its end. Nothing is checked from here on, and nothing is mended or renamed: divide the file. `ecs-preflight check` reads all of it.',
  };
}

/** The last value before the cut may go on behind it: it is unknown. */
export function forgetLast(docs: readonly Doc[], { original }: Build): void {
  const doc = docs.at(-1);
  let at: Node | undefined = doc?.root;
  while (at?.kind === 'map' || at?.kind === 'seq') {
    const last: Node | undefined = at.kind === 'map' ? at.entries.at(-1)?.value : at.items.at(-1);
    if (last?.kind === 'scalar') {
      const { start, end, parent } = last;
      const unknown: Node = {
        kind: 'unknown',
        start,
        end,
        parent,
        reason: 'broken',
        source: original.slice(start, end),
      };
      if (parent.kind === 'entry') parent.value = unknown;
      else if (parent.kind === 'seq') parent.items[parent.items.length - 1] = unknown;
    }
    at = last;
  }
}
