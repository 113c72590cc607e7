import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkQuery,
  compileQuery,
  completeQuery,
  type Expr,
  evaluateQuery,
  hoverQuery,
  parseQuery,
  printQuery,
  type QueryInstance,
  type Truth,
} from '../../server/core/query';

const word = fc.constantFrom('a', 'b', 't3.*', 'us-east-1a', '1.2.3', "'two words'", "''", '(x|y)z', '"it\'s"');
const clause = fc.oneof(
  fc.tuple(fc.constantFrom('attribute:a', 'attribute:b', 'task:group'), fc.constantFrom('==', '!=', '=~', '!~'), word),
  fc.tuple(fc.constant('runningTasksCount'), fc.constantFrom('<', '>=', '=='), fc.constantFrom('0', '1', '2')),
  fc.tuple(
    fc.constantFrom('attribute:a', 'attribute:c'),
    fc.constantFrom('in', '!in'),
    fc.constantFrom('[a]', '[a, b]'),
  ),
  fc.tuple(
    fc.constantFrom('attribute:a', 'attribute:ecs.vpc-id'),
    fc.constantFrom('exists', '!exists'),
    fc.constant(''),
  ),
);
const expression = fc.letrec<{ expr: string }>((tie) => ({
  expr: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    clause.map((parts) => parts.filter(Boolean).join(' ')),
    fc.tuple(tie('expr'), fc.constantFrom('and', 'or', '&&', '||'), tie('expr')).map((parts) => parts.join(' ')),
    tie('expr').map((inner) => `not ${inner}`),
    tie('expr').map((inner) => `(${inner})`),
  ),
})).expr;
const noise = fc.stringMatching(/^[ab:.=!<>~()[\],'"&| notri*\\-]{0,40}$/);
/** A sentence of the language with a piece cut out and another put in. */
const mutation = fc.tuple(expression, fc.nat(), fc.nat(6), noise).map(([text, at, cut, put]) => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + cut);
});
const instance: fc.Arbitrary<QueryInstance> = fc.record(
  {
    attributes: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 't3.micro')),
    runningTasksCount: fc.nat(3),
    taskGroups: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

describe('reading any text', () => {
  it('never fails, keeps every span inside, and every problem says something', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), noise, mutation, expression), (text) => {
        const query = parseQuery(text);
        for (const span of [...query.tokens, ...checkQuery(query)]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        for (let i = 1; i < query.tokens.length; i++) {
          expect(query.tokens[i]?.start).toBeGreaterThanOrEqual(query.tokens[i - 1]?.end as number);
        }
        const covered = query.tokens.reduce(
          (sum, token) => sum + text.slice(token.start, token.end).replace(/\s/g, '').length,
          0,
        );
        const tooDeep = query.problems.some((problem) => problem.code === 'too-deep');
        if (!tooDeep) expect(covered).toBe(text.replace(/\s/g, '').length);
        evaluateQuery(query, { attributes: { a: 'b' } });
        printQuery(query.ast);
        for (const offset of [0, text.length >> 1, text.length]) {
          completeQuery(text, offset);
          hoverQuery(query, offset);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads every prefix of a sentence, and only the last one whole', () => {
    fc.assert(
      fc.property(expression, (text) => {
        for (let end = 0; end < text.length; end++) parseQuery(text.slice(0, end));
        expect(parseQuery(text).problems).toEqual([]);
        expect(parseQuery(text).expected).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to the text', () => {
    const time = (count: number) => {
      const text = Array.from({ length: count }, (_, i) => `attribute:a${i} =~ (t|u)[${i}].* b`).join(' ');
      const before = performance.now();
      checkQuery(text);
      return performance.now() - before;
    };
    time(200);
    expect(time(8000)).toBeLessThan(2000);
  });
});

describe('writing back', () => {
  it('reads as the same tree', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const once = parseQuery(text).ast;
        const printed = printQuery(once);
        expect(bare(parseQuery(printed).ast)).toEqual(bare(once));
        expect(printQuery(parseQuery(printed).ast)).toBe(printed);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('laws of evaluation', () => {
  const of = (text: string, on: QueryInstance): Truth => compileQuery(text)(on);
  const flip = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth);

  it('not is an involution, De Morgan holds, order and grouping do not matter', () => {
    fc.assert(
      fc.property(expression, expression, expression, instance, (a, b, c, on) => {
        expect(of(`not (${a})`, on)).toBe(flip(of(a, on)));
        expect(of(`not not (${a})`, on)).toBe(of(a, on));
        expect(of(`not ((${a}) and (${b}))`, on)).toBe(of(`not (${a}) or not (${b})`, on));
        expect(of(`(${a}) and (${b})`, on)).toBe(of(`(${b}) and (${a})`, on));
        expect(of(`(${a}) or ((${b}) or (${c}))`, on)).toBe(of(`((${a}) or (${b})) or (${c})`, on));
        expect(of(`(${a}) and ((${b}) or (${c}))`, on)).toBe(of(`((${a}) and (${b})) or ((${a}) and (${c}))`, on));
      }),
      { numRuns: 1000 },
    );
  });

  it('knowing more never turns an answer round', () => {
    fc.assert(
      fc.property(
        expression,
        instance,
        fc.constantFrom('attributes', 'runningTasksCount', 'taskGroups'),
        (text, on, member) => {
          const less = { ...on, [member]: undefined };
          const before = of(text, less as QueryInstance);
          if (before !== 'unknown') expect(of(text, on)).toBe(before);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('explains what it answers', () => {
    fc.assert(
      fc.property(expression, instance, (text, on) => {
        const verdict = evaluateQuery(text, on);
        expect(verdict.result).toBe(of(text, on));
        expect(verdict.why.length).toBeGreaterThan(5);
      }),
    );
  });
});

/** A tree without positions and without groups. */
function bare(expr: Expr): unknown {
  switch (expr.kind) {
    case 'group':
      return bare(expr.body);
    case 'not':
      return ['not', bare(expr.body)];
    case 'and':
    case 'or':
      return [
        expr.kind,
        ...expr.terms
          .map(bare)
          .flatMap((term) => (Array.isArray(term) && term[0] === expr.kind ? term.slice(1) : [term])),
      ];
    case 'clause': {
      const values =
        expr.argument?.kind === 'list' ? expr.argument.items.map((item) => item.value) : expr.argument?.value;
      return [expr.subject.text, expr.operator?.id, values];
    }
    case 'missing':
      return 'missing';
  }
}
