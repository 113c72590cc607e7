import { describe, expect, it } from 'vitest';
import { clausesOf, describeQuery, parseQuery, printQuery } from '../../server/core/query';
import { readMarks } from './marks';

/** The documented examples and what they mean. */
const DOCUMENTED: [string, string][] = [
  ['attribute:ecs.instance-type == t2.small', 'the instance type is `t2.small`'],
  [
    'attribute:ecs.availability-zone in [us-east-1a, us-east-1b]',
    'the Availability Zone is one of `us-east-1a` or `us-east-1b`',
  ],
  [
    'attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d',
    'the instance type matches `g2.*` and the Availability Zone is not `us-east-1d`',
  ],
  ['task:group == service:production', 'a task of the group `service:production` runs on the instance'],
  ['not(task:group == database)', 'it is not so that a task of the group `database` runs on the instance'],
  ['runningTasksCount == 1', 'the number of running tasks is `1`'],
  ['agentVersion < 1.14.5', 'the agent version is below `1.14.5`'],
  ['registeredAt < 2018-02-13', 'the registration time is below `2018-02-13`'],
  ["ec2InstanceId in ['i-abcd1234', 'i-wxyx7890']", 'the EC2 instance ID is one of `i-abcd1234` or `i-wxyx7890`'],
  ['registeredAt > 2018-06-18T22:28:28+00:00', 'the registration time is above `2018-06-18T22:28:28+00:00`'],
  ['attribute:stack exists', 'the attribute `stack` is set'],
  ['attribute:stack !exists', 'the attribute `stack` is not set'],
  ['agentConnected equals true', 'the agent connection is `true`'],
];

describe('reading', () => {
  it.each(DOCUMENTED)('%s', (text, meaning) => {
    const query = parseQuery(text);
    expect(query.problems).toEqual([]);
    expect(describeQuery(query.ast)).toBe(meaning);
  });

  it.each([
    ['a == 1 or b == 2 and c == 3', 'or(a, and(b, c))'],
    ['(a == 1 or b == 2) and c == 3', 'and(group(or(a, b)), c)'],
    ['not a == 1 and b == 2', 'and(not(a), b)'],
    ['!a == 1 || !!b == 2', 'or(not(a), not(not(b)))'],
    ['not(a == 1 and b == 2)', 'not(group(and(a, b)))'],
    ['a==1&&b==2||c exists', 'or(and(a, b), c)'],
  ])('%s', (text, shape) => {
    const query = parseQuery(text);
    expect(query.problems).toEqual([]);
    expect(shapeOf(query.ast)).toBe(shape);
  });

  it.each([
    ['attribute:t =~ t[23].(micro|small)', 't[23].(micro|small)'],
    ['(attribute:t =~ m5.*)', 'm5.*'],
    ['attribute:t =~ ^c(5|6g)\\.[0-9]*xlarge$', '^c(5|6g)\\.[0-9]*xlarge$'],
    ['attribute:t =~ [mc]5.*', '[mc]5.*'],
    ['attribute:t =~ m{1,2}5', 'm{1,2}5'],
    ["attribute:t == 'two words'", 'two words'],
    ['attribute:t == "it\'s"', "it's"],
    ['attribute:t == a|b', 'a|b'],
    ['attribute:t == x] and attribute:u exists', 'x]'],
  ])('value of %s', (text, value) => {
    const query = parseQuery(text);
    expect(query.problems).toEqual([]);
    expect(clausesOf(query.ast)[0]?.argument).toMatchObject({ kind: 'value', value });
  });

  it('knows both spellings of every operator', () => {
    const pairs = [
      ['==', 'equals'],
      ['!=', 'not_equals'],
      ['>', 'greater_than'],
      ['>=', 'greater_than_equal'],
      ['<', 'less_than'],
      ['<=', 'less_than_equal'],
      ['in', 'in'],
      ['!in', 'not_in'],
      ['=~', 'matches'],
      ['!~', 'not_matches'],
      ['exists', 'exists'],
      ['!exists', 'not_exists'],
    ];
    for (const [symbol, word] of pairs) {
      const argument = word?.endsWith('exists') ? '' : word?.endsWith('in') ? '[x]' : 'x';
      for (const spelling of [symbol, word]) {
        const query = parseQuery(`attribute:a ${spelling} ${argument}`);
        expect(query.problems).toEqual([]);
        expect(clausesOf(query.ast)[0]?.operator?.id).toBe(word);
      }
    }
  });

  it('prints with the parentheses that the precedence demands', () => {
    for (const text of ['(a == 1 or b == 2) and c == 3', 'not (a == 1 and b == 2)', "a in [x, 'y z']", 'a !exists']) {
      expect(printQuery(parseQuery(text).ast)).toBe(text);
    }
  });
});

/** Grammar mistakes: where they are, and that the rest of the expression is still read. */
const BROKEN: [string, number][] = [
  [
    `
    attribute:ecs.os-type = linux
                          ^ unknown-operator`,
    1,
  ],
  [
    `
    attribute:a is b and attribute:c <> d
                ^^ unknown-operator
                                     ^^ unknown-operator`,
    2,
  ],
  [
    `
    attribute:a not in [b, c]
                ^^^^^^ unknown-operator`,
    1,
  ],
  [
    `
    attribute:a mathces t3.*
                ^^^^^^^ unknown-operator`,
    1,
  ],
  [
    `
    (attribute:a == b and attribute:c == d
    ^ unclosed-parenthesis`,
    2,
  ],
  [
    `
    attribute:a == b) and attribute:c == d
                    ^ unmatched-parenthesis`,
    2,
  ],
  [
    `
    attribute:a in [b, c and attribute:d == e
                   ^ unclosed-list`,
    2,
  ],
  [
    `
    attribute:a == 'b and attribute:c == d
                   ^ unclosed-quote`,
    1,
  ],
  [
    `
    attribute:ecs.instance-type =~ (t3.*
                                   ^ unclosed-bracket`,
    1,
  ],
  [
    `
    attribute:ecs.instance-type =~ (t3 .*) and attribute:a == b
                                   ^ unclosed-bracket
                                       ^^ leftover-text`,
    2,
  ],
  [
    `
    attribute:a == b attribute:c == d
                     ^^^^^^^^^^^ missing-connector`,
    2,
  ],
  [
    `
    attribute:a == b adn attribute:c == d
                     ^^^ unknown-connector`,
    2,
  ],
  [
    `
    attribute:a == b & attribute:c == d
                     ^ unknown-connector`,
    2,
  ],
  [
    `
    attribute:a == b AND NOT attribute:c == d
                     ^^^ unknown-connector
                         ^^^ unknown-connector`,
    2,
  ],
  [
    `
    attribute:stack == prod blue or attribute:c == d
                            ^^^^ leftover-text`,
    2,
  ],
  [
    `
    attribute:a == b and
                     ^^^ missing-clause`,
    1,
  ],
  [
    `
    or attribute:a == b
    ^^ missing-clause`,
    1,
  ],
  [
    `
    attribute:a == b and () or attribute:c == d
                          ^ missing-clause`,
    2,
  ],
  [
    `
    attribute:a ==
                ^^ missing-argument`,
    1,
  ],
  [
    `
    (attribute:a ==) and attribute:b exists
                 ^^ missing-argument`,
    2,
  ],
  [
    `
    attribute:a
    ^^^^^^^^^^^ missing-operator`,
    1,
  ],
  [
    `
    == linux
    ^^ missing-subject`,
    1,
  ],
  [
    `
    attribute:a exists true
                       ^^^^ argument-not-taken`,
    1,
  ],
  [
    `
    attribute:a == [b, c]
                   ^^^^^^ list-not-allowed`,
    1,
  ],
  [
    `
    attribute:a =~ [t2.*, t3.*]
                   ^^^^^^^^^^^^ list-not-allowed`,
    1,
  ],
  [
    `
    attribute:a in b
                   ^ list-expected`,
    1,
  ],
  [
    `
    attribute:a in b, c and attribute:d exists
                   ^^^^ list-expected`,
    2,
  ],
  [
    `
    attribute:a in (b, c)
                   ^^^^^^ list-expected`,
    1,
  ],
  [
    `
    attribute:a in []
                   ^ empty-list`,
    1,
  ],
  [
    `
    attribute:a in [b,]
                     ^ missing-list-item`,
    1,
  ],
  [
    `
    attribute:a in [b c]
                      ^ missing-comma`,
    1,
  ],
  [
    `
    attribute: ecs.os-type == linux
              ^ space-in-subject`,
    1,
  ],
  [
    `
    'attribute:a' == b
    ^^^^^^^^^^^^^ quoted-subject`,
    1,
  ],
  [
    `
    ] attribute:a == b
    ^ unexpected-character`,
    1,
  ],
];

describe('broken input', () => {
  it.each(BROKEN)('%s', (fixture, clauses) => {
    const { text, marks } = readMarks(fixture);
    const query = parseQuery(text);
    expect(query.problems.map(({ start, end, code }) => ({ start, end, says: code }))).toEqual(marks);
    expect(clausesOf(query.ast)).toHaveLength(clauses);
  });

  it('offers a fix that leaves no problem', () => {
    const unfixed: string[] = [];
    for (const [fixture] of BROKEN) {
      let { text } = readMarks(fixture);
      for (let round = 0; round < 3; round++) {
        const fix = parseQuery(text).problems.find((problem) => problem.fix)?.fix;
        if (!fix) break;
        text = text.slice(0, fix.start) + fix.newText + text.slice(fix.end);
      }
      if (parseQuery(text).problems.length > 0) unfixed.push(text);
    }
    // Where a part is missing only the writer knows it; where a bracket is open only the writer knows how far it goes.
    expect(unfixed).toEqual([
      'attribute:ecs.instance-type =~ (t3.*',
      'attribute:ecs.instance-type =~ (t3 .*) and attribute:a == b',
      'attribute:a == b and',
      'or attribute:a == b',
      'attribute:a == b and () or attribute:c == d',
      'attribute:a ==',
      '(attribute:a ==) and attribute:b exists',
      'attribute:a',
      '== linux',
      'attribute:a =~ [t2.*, t3.*]',
      'attribute:a in []',
    ]);
  });

  it('says that an empty expression is empty', () => {
    expect(parseQuery('').problems).toMatchObject([{ code: 'empty-expression', start: 0, end: 0 }]);
    expect(parseQuery('  ').problems).toMatchObject([{ code: 'empty-expression', start: 0, end: 2 }]);
  });

  it('stops descending in endless parentheses', () => {
    for (const piece of ['(', '!', 'not ', '(a==b or ']) {
      const query = parseQuery(piece.repeat(20_000));
      expect(query.problems.filter((problem) => problem.code === 'too-deep')).toHaveLength(1);
    }
  });
});

function shapeOf(expr: ReturnType<typeof parseQuery>['ast']): string {
  if (expr.kind === 'or' || expr.kind === 'and') return `${expr.kind}(${expr.terms.map(shapeOf).join(', ')})`;
  if (expr.kind === 'not' || expr.kind === 'group') return `${expr.kind}(${shapeOf(expr.body)})`;
  return expr.kind === 'clause' ? expr.subject.text : '?';
}
