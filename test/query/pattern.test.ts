import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../server/core/query/match';
import { parsePattern } from '../../server/core/query/pattern';

function matches(pattern: string, value: string): boolean | string {
  const compiled = compilePattern(pattern);
  return 'unknown' in compiled ? compiled.unknown : compiled.matches(value);
}

describe('matching', () => {
  it.each([
    ['g2.*', 'g2.2xlarge', true],
    ['g2.*', 'xg2.2xlarge', false],
    ['(t3|m5)a?\\.(micro|large)', 'm5a.large', true],
    ['[^t].*', 't3.micro', false],
    ['[a-c[x-z]]+', 'abxyz', true],
    ['[]a]+', ']a]', true],
    ['\\d{2,3}', '1234', false],
    ['\\d{2,3}', '123', true],
    ['a{2}', 'aa', true],
    ['a{2,}', 'aaaa', true],
    ['^abc$', 'abc', true],
    ['a|', '', true],
    ['(?<size>large)', 'large', true],
    ['.', '\n', false],
  ])('%s on %s', (pattern, value, expected) => {
    expect(matches(pattern, value)).toBe(expected);
  });

  it.each([
    ['*a', 0],
    ['a|+', 2],
    ['a**', 2],
    ['(a', 0],
    ['a)', 1],
    ['[a', 0],
    ['[a-', 0],
    ['[z-a]', 1],
    ['a{x}', 1],
    ['a{2', 1],
    ['a{3,2}', 1],
    ['a\\', 1],
    ['\\y', 0],
  ])('Java refuses %s at %i', (pattern, at) => {
    expect(parsePattern(pattern).error?.at).toBe(at);
  });

  it.each([
    '(?i)a',
    '(?=a)b',
    'a++',
    '\\p{Alpha}',
    '\\Qa.b\\E',
    '[a&&b]',
    '(a)\\1',
    '\\bx\\b',
    '(?<!a)b',
    '(?>a)b',
    'x{3}{2}',
  ])('does not claim to know %s', (pattern) => {
    expect(parsePattern(pattern).error).toBeUndefined();
    expect(parsePattern(pattern).unsupported).toBeTypeOf('string');
    expect(matches(pattern, 'a')).toBeTypeOf('string');
  });

  it('takes no longer for patterns that make backtracking explode', () => {
    const before = performance.now();
    expect(matches('(a+)+(a|aa)*b', 'a'.repeat(120))).toBe(false);
    expect(matches('((a{99}){99}){99}', 'a')).toContain('too large');
    expect(matches('((((){99999}){99999}){99999}){99999}', '')).toContain('too large');
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('agrees with the JavaScript engine where both mean the same', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\.', '[a-c1]', '(a|b)', '(?:b1)', '(|a)');
    const piece = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '*?')).map((p) => p.join(''));
    const pattern = fc.array(piece, { maxLength: 5 }).map((p) => p.join(''));
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.stringMatching(/^[ab1.]{0,6}$/),
        (options, value) => {
          const text = options.join('|');
          expect(matches(text, value)).toBe(new RegExp(`^(?:${text})$`).test(value));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a(){}[\]\\|*+?^$.,&:<=!0-9pQE-]{0,30}$/), (text) => {
        const { error } = parsePattern(text);
        if (error) {
          expect(error.at).toBeGreaterThanOrEqual(0);
          expect(error.at).toBeLessThanOrEqual(text.length);
        }
        matches(text, 'a1');
      }),
      { numRuns: 3000 },
    );
  });
});
