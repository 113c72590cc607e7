import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../server/cli/check/diff';

/** Applies a unified diff, checking every header and every line that it says is there. */
function patch(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [, from, had = '1', , has = '1'] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n/.exec(hunk) ?? [];
    const start = had === '0' ? Number(from) : Number(from) - 1;
    out.push(...lines.slice(at, start));
    at = start;
    const counts = { before: 0, after: 0 };
    const body = hunk.slice(hunk.indexOf('\n') + 1).replaceAll('\n\\ No newline at end of file\n', '\u0000');
    for (const [line] of body.matchAll(/[^\n\0]*[\n\0]/g)) {
      const text = line.slice(1).replace('\u0000', '');
      if (line[0] !== '+') {
        expect(lines[at]).toBe(text);
        at++;
        counts.before++;
      }
      if (line[0] !== '-') {
        out.push(text);
        counts.after++;
      }
    }
    expect([counts.before, counts.after]).toEqual([Number(had), Number(has)]);
  }
  return [...out, ...lines.slice(at)].join('');
}

const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'long line\n', 'end')).map((lines) => lines.join(''));

describe('a unified diff', () => {
  it('leads from one text to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(patch(before, unifiedDiff('x', before, after))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('is as small as it can be', () => {
    const before = Array.from({ length: 200 }, (_, i) => `line ${i}\n`);
    const after = before.with(100, 'changed\n');
    expect(unifiedDiff('d/x.yaml', before.join(''), after.join(''))).toBe(
      [
        '--- a/d/x.yaml',
        '+++ b/d/x.yaml',
        '@@ -98,7 +98,7 @@',
        ' line 97',
        ' line 98',
        ' line 99',
        '-line 100',
        '+changed',
        ' line 101',
        ' line 102',
        ' line 103',
        '',
      ].join('\n'),
    );
  });

  it('is empty for equal texts', () => {
    expect(unifiedDiff('x', 'a', 'a')).toBe('');
  });
});
