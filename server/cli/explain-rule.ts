import type { Example, Rule } from '../core/rules/rule';
import type { Paint } from './paint';
import { wrap } from './text';

/** Marks in an example: what the finding underlines. */
const MARK = /⟦(.*?)⟧/gs;

/** The page of a rule for a terminal. */
export function explainRule(rule: Rule, paint: Paint, columns: number): string {
  const text = (title: string, body: string) => [
    paint(title, 'bold'),
    ...wrap(body, columns - 2).map((line) => `  ${line}`),
    '',
  ];
  const { what, why, instead, links } = rule.docs;
  const [invalid] = rule.examples.invalid;
  const [valid] = rule.examples.valid;
  return [
    `${paint(rule.id, 'bold')}  ${rule.severity}, ${rule.group}, since ${rule.since}`,
    '',
    ...text('What is found', what),
    ...text('Why', why),
    ...text('Write instead', instead),
    ...(invalid ? [paint('Found', 'bold'), ...example(invalid, paint), ''] : []),
    ...(valid ? [paint('Fine', 'bold'), ...example(valid, paint), ''] : []),
    ...(rule.profiles ? text('Speaks in', rule.profiles.join(', ')) : []),
    ...(links.length > 0 ? [paint('More', 'bold'), ...links.map((link) => `  ${link}`), ''] : []),
    paint('Switch it off', 'bold'),
    `  in .ecs-preflight.json  "rules": {"${rule.id}": "off"}`,
    `  in the file, above it   # ecs-preflight-disable-next-line ${rule.id} -- why`,
    '',
  ].join('\n');
}

function example({ text, beside }: Example, paint: Paint): string[] {
  const lines = (body: string) =>
    body
      .replace(MARK, (_, marked: string) =>
        marked
          .split('\n')
          .map((line) => paint(line, 'red'))
          .join('\n'),
      )
      .trimEnd()
      .split('\n')
      .map((line) => `  ${paint('│', 'dim')} ${line}`.trimEnd());
  return [
    ...lines(text),
    ...Object.entries(beside ?? {}).flatMap(([name, body]) => [
      `  ${paint(`beside it, ${name}:`, 'dim')}`,
      ...lines(body),
    ]),
  ];
}
