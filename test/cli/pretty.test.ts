import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../server/cli/format/code-frame';
import { PLAIN } from '../../server/cli/paint';
import { visible, width, wrap } from '../../server/cli/text';
import { parse } from '../../server/core/syntax';
import { cli, FINE, makeFolder, WRONG } from './io';

const frame = (text: string, marked: string, columns = 80) => {
  const start = text.indexOf(marked);
  return codeFrame(
    parse(text, 'yaml'),
    { start, end: start + marked.length },
    { paint: PLAIN, colour: 'red', columns },
  );
};

describe('a code frame', () => {
  it('shows the line before and marks the value', () => {
    expect(frame('a: 1\nbc: [x, 2]\nd: 3\n', 'x')).toEqual(['  1 │ a: 1', '  2 │ bc: [x, 2]', '    │      ^']);
  });

  it('marks several lines without their indentation, and leaves the middle of many out', () => {
    expect(frame('a:\n  b: 1\n  c: 2\n', 'a:\n  b: 1')).toEqual([
      '  1 │ a:',
      '    │ ^^',
      '  2 │   b: 1',
      '    │   ^^^^',
    ]);
    const many = frame(
      Array.from({ length: 12 }, (_, i) => `k${i}: 1`).join('\n'),
      Array.from({ length: 11 }, (_, i) => `k${i}: 1`).join('\n'),
    );
    expect(many).toEqual([
      '   1 │ k0: 1',
      '     │ ^^^^^',
      '   2 │ k1: 1',
      '     │ ^^^^^',
      '   … │',
      '  11 │ k10: 1',
      '     │ ^^^^^^',
    ]);
  });

  it('puts the marks right below wide characters, tabs and a BOM', () => {
    expect(frame('名前: x', 'x')).toEqual(['  1 │ 名前: x', '    │       ^']);
    expect(frame('{\t"a": x}', 'x')).toEqual(['  1 │ {  "a": x}', '    │         ^']);
    expect(frame('\ufeffa: x', 'x')).toEqual(['  1 │  a: x', '    │     ^']);
  });

  it('cuts a long line around the mark', () => {
    const line = `{"a": "${'x'.repeat(500)}", "here": 1, "b": "${'y'.repeat(500)}"}`;
    const shown = frame(line, '"here"', 60);
    for (const l of shown) expect(width(l)).toBeLessThanOrEqual(62);
    const [code = '', marks = ''] = shown;
    expect(code.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('"here"');
  });

  it('marks an empty span, at the end of a file too', () => {
    expect(codeFrame(parse('', 'yaml'), { start: 0, end: 0 }, { paint: PLAIN, colour: 'red', columns: 80 })).toEqual([
      '  1 │',
      '    │ ^',
    ]);
  });

  it('never throws, whatever the text and the span', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.nat(50),
        fc.nat(50),
        fc.integer({ min: 1, max: 200 }),
        (text, a, b, columns) => {
          const lines = codeFrame(
            parse(text, 'yaml'),
            { start: Math.min(a, b), end: Math.max(a, b) },
            { paint: PLAIN, colour: 'red', columns },
          );
          expect(lines.length).toBeGreaterThan(1);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
          for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        },
      ),
    );
  });
});

describe('text for terminals', () => {
  it('wraps at blanks, never loses a word, and is never wider than it may', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
        fc.integer({ min: 12, max: 40 }),
        (words, columns) => {
          const lines = wrap(words.join(' '), columns);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });

  it('cannot steer the terminal', () => {
    expect(visible('a\u001b[31mb\u0007\u202ec\u009b')).toBe('a␛[31mb␇\ufffdc\ufffd');
  });
});

describe('pretty', () => {
  it('says what, where, how to repair it and where to read on', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG });
    const { out } = await cli(cwd, ['check']);
    expect(out).toMatch(/^a\.yaml:3:15 {2}error {2}wrong-type\n {2}desiredCount /);
    expect(out).toContain(
      '\n\n  2 │ taskDefinition: web:1\n  3 │ desiredCount: "2"\n    │               ^^^\n  fix  Write 2 (--fix does it)\n  why  https://',
    );
    expect(out).toContain('\n\n1 error in 1 file.\n1 of them can be repaired with --fix.\n');
  });

  it('wraps to the terminal', async () => {
    const cwd = makeFolder({ 'a.yaml': WRONG });
    const { out } = await cli(cwd, ['check'], { outIsTerminal: true, columns: 50, env: { NO_COLOR: '1' } });
    for (const line of out.split('\n').filter((l) => !l.includes('https:')))
      expect(width(line)).toBeLessThanOrEqual(52);
  });

  it('shows values from a file without letting them steer the terminal', async () => {
    const cwd = makeFolder({ 'a.yaml': `${FINE}"\\e[2Jx": 1\n` });
    const { out } = await cli(cwd, ['check']);
    expect(out).toContain('unknown-member');
    expect(out).not.toContain('\u001b');
  });
});
