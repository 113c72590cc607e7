import { describe, expect, it } from 'vitest';
import { checkQuery } from '../../server/core/query';
import { readMarks } from './marks';

/** Each mark: code, severity, and a part of the message after a colon. */
const FOUND = [
  `
  agentVersoin < 1.14.5
  ^^^^^^^^^^^^ unknown-subject error: Did you mean \`agentVersion\`?`,
  `
  ecs.instance-type == t3.micro
  ^^^^^^^^^^^^^^^^^ unknown-subject error: Did you mean \`attribute:ecs.instance-type\`?`,
  `
  availability-zone == us-east-1a
  ^^^^^^^^^^^^^^^^^ unknown-subject error: Did you mean \`attribute:ecs.availability-zone\`?`,
  `
  attributes:stack == prod
  ^^^^^^^^^^^^^^^^ unknown-subject error: Did you mean \`attribute:stack\`?`,
  `
  instanceId == i-0abc
  ^^^^^^^^^^ unknown-subject error: Did you mean \`ec2InstanceId\`?`,
  `
  group == database
  ^^^^^ unknown-subject error: Did you mean \`task:group\`?`,
  `
  RunningTasksCount < 5
  ^^^^^^^^^^^^^^^^^ unknown-subject error: Did you mean \`runningTasksCount\`?`,
  `
  colour == red
  ^^^^^^ unknown-subject error: Write \`attribute:NAME\``,
  `
  attribute: == prod
  ^^^^^^^^^^ missing-attribute-name error: name of the attribute is missing`,
  `
  attribute:ecs.instance-typ == t3.micro
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-built-in-attribute warning: Did you mean \`ecs.instance-type\`?`,
  `
  attribute:st@ck == prod
  ^^^^^^^^^^^^^^^ attribute-name-characters warning: cannot be the name`,
  `
  runningTasksCount =~ 5
                    ^^ operator-not-for-subject error: It takes == != > >= < <=`,
  `
  ec2InstanceId > i-0abc
                ^ operator-not-for-subject error: It takes == != in !in =~ !~`,
  `
  agentConnected exists
                 ^^^^^^ operator-not-for-subject error: does not go with`,
  `
  attribute:rack > 9
                 ^ operator-undocumented warning: is not documented`,
  `
  task:group != service:a
  ^^^^^^^^^^^^^^^^^^^^^^^ group-inequality hint: not(task:group == service:a)`,
  `
  runningTasksCount < five
                      ^^^^ value-form error: whole number`,
  `
  runningTasksCount < -1
                      ^^ value-form error: whole number`,
  `
  agentVersion >= v1.68.0
                  ^^^^^^^ value-form warning: such as \`1.68.0\``,
  `
  agentVersion >= latest
                  ^^^^^^ value-form warning: no agent version`,
  `
  registeredAt > 2023-02-29
                 ^^^^^^^^^^ value-form error: no date`,
  `
  registeredAt > 13/02/2018
                 ^^^^^^^^^^ value-form error: no date`,
  `
  agentConnected == ture
                    ^^^^ value-form warning: Write \`true\``,
  `
  ec2InstanceId in [i-0abc, web-1]
                            ^^^^^ value-form warning: no instance ID`,
  `
  attribute:ecs.os-type == Linux
                           ^^^^^ unknown-value warning: Write \`linux\``,
  `
  attribute:ecs.cpu-architecture in [amd64, ARM64]
                                     ^^^^^ unknown-value warning: Write \`x86_64\`
                                            ^^^^^ unknown-value warning: Write \`arm64\``,
  `
  attribute:ecs.availability-zone == us-east-1
                                     ^^^^^^^^^ value-form warning: \`us-east-1a\`, or match all with \`=~ us-east-1.*\``,
  `
  attribute:ecs.availability-zone == use1-az1
                                     ^^^^^^^^ value-form warning: zone ID`,
  `
  attribute:ecs.instance-type == t3
                                 ^^ value-form warning: a family, a dot and a size`,
  `
  attribute:ecs.os-family == WINDOWS_SERVER_2022
                             ^^^^^^^^^^^^^^^^^^^ value-form warning: _FULL`,
  `
  attribute:ecs.instance-type == t3.*
                                 ^^^^ glob-in-equality warning: Use \`=~\``,
  `
  attribute:ecs.instance-type = t3.*
                              ^ unknown-operator error: Write \`=~\``,
  `
  attribute:ecs.instance-type <> t3.*
                              ^^ unknown-operator error: Write \`!~\``,
  `
  attribute:ecs.instance-type = t3.large and attribute:ecs.os-type =~ l.*
                              ^ unknown-operator error: Write \`==\``,
  `
  attribute:ecs.instance-type =~ t3*
                                 ^^^ glob-in-pattern warning: Write \`t3.*\``,
  `
  attribute:stack == 'prod ,x'
                     ^^^^^^^^^ value-characters warning: cannot be the value`,
  `
  attribute:ecs.instance-type =~ *.large
                                 ^ invalid-pattern error: nothing before it to repeat`,
  `
  attribute:ecs.instance-type =~ 't3.[a-'
                                     ^ invalid-pattern error: never closed`,
  `
  attribute:ecs.instance-type =~ t3.*|m5.*)
                                          ^ unmatched-parenthesis error: No parenthesis is open`,
  `
  attribute:ecs.instance-type =~ (t3|m5).*
                                 ^^^^^^^^^ parenthesis-in-value warning: Quote the value`,
  `
  attribute:a == x or attribute:b == y and attribute:c == z
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mixed-connectors hint: parentheses`,
  `
  attribute:ecs.os-type == linux and attribute:ecs.os-type == windows
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-true warning: Join the clauses with \`or\``,
];

const CLEAN = [
  'attribute:ecs.instance-type == t2.small',
  'attribute:ecs.instance-type in [t2.small, u-6tb1.metal, m7i-flex.large]',
  'attribute:ecs.availability-zone in [us-east-1a, us-gov-west-1b, us-west-2-lax-1a, us-east-1-wl1-bos-wlz-1]',
  'attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d',
  'task:group == service:production',
  'not(task:group == database)',
  'runningTasksCount == 1',
  'agentVersion < 1.14.5',
  'registeredAt < 2018-02-13',
  'registeredAt < 2018-06-18T22:28:28',
  'registeredAt < 2018-06-18T22:28:28Z',
  'registeredAt < 2018-06-18T22:28:28+00:00',
  "ec2InstanceId in ['i-abcd1234', 'i-wxyx7890']",
  'ec2InstanceId == mi-0123456789abcdef0',
  'attribute:ecs.awsvpc-trunk-id exists and attribute:ecs.capability.external !exists',
  'attribute:ecs.capability.docker-volume-driver.local exists',
  'attribute:com.amazonaws.ecs.capability.docker-remote-api.1.19 exists',
  'attribute:ecs.os-family == WINDOWS_SERVER_2022_CORE',
  'attribute:obsidian.subnet-type == private',
  'attribute:ecs.instance-type =~ g4dn.*',
  'attribute:stack == a and attribute:stack != b',
  'attribute:ecs.os-type == linux or attribute:ecs.os-type == windows',
  'task:group == service:a and task:group == service:b',
  "attribute:ecs.instance-type =~ '(t3|m5)\\.(large|x?large)'",
];

describe('meaning', () => {
  it.each(FOUND)('%s', (fixture) => {
    const { text, marks } = readMarks(fixture);
    const problems = checkQuery(text);
    expect(problems.map(({ start, end }) => ({ start, end }))).toEqual(marks.map(({ start, end }) => ({ start, end })));
    for (const [i, mark] of marks.entries()) {
      const { code, severity, message } = problems[i] as (typeof problems)[number];
      expect(`${code} ${severity}: ${message}`).toContain(mark.says.split(': ')[0]);
      expect(message).toContain(mark.says.slice(mark.says.indexOf(': ') + 2));
    }
  });

  it.each(CLEAN)('nothing to say about %s', (text) => {
    expect(checkQuery(text)).toEqual([]);
  });

  it('every fix removes its problem and adds no other', () => {
    const fixed: string[] = [];
    for (const fixture of FOUND) {
      const { text } = readMarks(fixture);
      for (const problem of checkQuery(text)) {
        if (!problem.fix) continue;
        const after = text.slice(0, problem.fix.start) + problem.fix.newText + text.slice(problem.fix.end);
        const left = checkQuery(after).filter((other) => other.code === problem.code && other.start === problem.start);
        expect({ after, left }).toEqual({ after, left: [] });
        expect(checkQuery(after).length).toBeLessThan(checkQuery(text).length);
        fixed.push(problem.code);
      }
    }
    expect(new Set(fixed).size).toBeGreaterThan(8);
  });

  it('counts characters up to the limit of 2000', () => {
    const clause = "attribute:a == 'x'";
    const at = (length: number) => clause.padEnd(length, ' ');
    expect(checkQuery(at(2000))).toEqual([]);
    expect(checkQuery(at(2001))).toMatchObject([{ code: 'expression-too-long', start: 2000, end: 2001 }]);
  });
});
