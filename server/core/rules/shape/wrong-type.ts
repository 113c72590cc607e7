import type { Shape } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import type { Plain } from '../../syntax';
import { factOf, replace } from '../fixes';
import { INPUT_FILES } from '../links';
import { defineRule } from '../rule';
import { dotted, either, quote } from '../words';

interface Data {
  path: string;
  wanted: Shape;
  got: string;
  written: string;
  /** The same value in the type that is wanted, when it is plain which that is. */
  right: Plain | undefined;
}

const NAMES: Readonly<Record<Shape['type'], string>> = {
  object: 'a mapping',
  map: 'a mapping',
  list: 'a list',
  string: 'a string',
  integer: 'a whole number',
  double: 'a number',
  boolean: 'true or false',
  document: 'any value',
};

export default defineRule<Data>({
  id: 'wrong-type',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: [...Array.from({ length: 95 }, (_, i) => `R${String(i + 11).padStart(3, '0')}`), 'R001', 'R009'],
  docs: {
    what: 'A value of another type than the member takes.',
    why: 'The AWS CLI checks types before it calls the API and refuses the file: a quoted number is no number, a bare 1.4 is no string, and "true" is no boolean.',
    instead:
      'Write the value in the type of the member. Quote strings that look like numbers, such as account ids and versions.',
    links: [INPUT_FILES],
  },
  check(ctx, report) {
    for (const { fact, wanted, got } of ctx.shape['wrong-type'] ?? []) {
      const written = fact.target?.kind === 'scalar' ? fact.target.source : '';
      report({ at: fact, data: { path: dotted(fact.pointer), wanted, got, written, right: converted(fact, wanted) } });
    }
  },
  message: ({ path, wanted, got, written }) => {
    const is = written ? `${quote(written.replace(/^["']|["']$/g, ''))}, ${got}` : got;
    return `${path} must be ${wordsFor(wanted)}, but this is ${is}. The AWS CLI checks types and refuses the file.`;
  },
  fix: ({ at, data }) => {
    if (data.right === undefined) return [];
    return [{ title: `Write ${JSON.stringify(data.right)}`, safe: true, changes: replace(factOf(at), data.right) }];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: ⟦"4"⟧\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 4\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nenableExecuteCommand: ⟦yes⟧\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nenableExecuteCommand: true\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: FARGATE\nplatformVersion: ⟦1.4⟧\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\navailabilityZoneRebalancing: ⟦false⟧\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\navailabilityZoneRebalancing: DISABLED\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ntags: ⟦web⟧\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nplacementStrategy:\n  ⟦type: spread⟧\n',
      },
    ],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 4\nenableExecuteCommand: true\n' }],
  },
});

/** The type that is wanted, in words: of a member with few values, the values. */
function wordsFor(wanted: Shape): string {
  const values = wanted.type === 'string' && !wanted.open ? (wanted.enum ?? []) : [];
  return values.length > 0 && values.length < 5 ? either(values.map(quote)) : NAMES[wanted.type];
}

/** What was meant by a value of the wrong type; undefined when it is not plain. */
function converted(fact: Fact, wanted: Shape): Plain | undefined {
  const node = fact.target;
  if (node?.kind !== 'scalar') return undefined;
  const { value } = node;
  if (wanted.type === 'string') return asString(value, node.source, wanted.enum);
  if (typeof value !== 'string') return undefined;
  if (wanted.type === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
  if (wanted.type === 'double') return /^-?\d{1,15}(\.\d{1,9})?$/.test(value) ? Number(value) : undefined;
  if (wanted.type === 'boolean')
    return /^(true|yes|on)$/i.test(value) ? true : /^(false|no|off)$/i.test(value) ? false : undefined;
  return undefined;
}

/** A bare scalar as the string that was meant: true is ENABLED where the member knows that. */
function asString(value: unknown, source: string, known: readonly string[] | undefined): string | undefined {
  const word = value === true ? 'ENABLED' : value === false ? 'DISABLED' : source;
  if (known) return known.includes(word) ? word : undefined;
  return source;
}
