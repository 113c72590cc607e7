import { RULES } from '../../core/rules';
import type { Rule } from '../../core/rules/rule';
import { defineCommand, type Given } from '../command';
import { coverageOf, printCoverage } from '../coverage';
import { EXIT } from '../io';
import { type Paint, paintFor } from '../paint';
import { count, width } from '../text';

const OPTIONS = {
  format: { short: 'f', value: 'FORMAT', choices: ['table', 'json'], help: 'table or json (default: table)' },
  coverage: { help: 'what becomes of every rule and error that is known of the API' },
} as const;

export const rules = defineCommand({
  name: 'rules',
  args: '',
  summary: 'List the rules.',
  options: OPTIONS,
  arity: [0, 0],
  async run(_args, given: Given<typeof OPTIONS>, io) {
    if (given.coverage) io.out(coverageText(given.format === 'json'));
    else if (given.format === 'json') io.out(`${JSON.stringify({ version: 1, rules: RULES.map(toJson) }, null, 2)}\n`);
    else io.out(table(RULES, paintFor(io, (given as { color?: string }).color, io.outIsTerminal)));
    return EXIT.clean;
  },
});

function toJson({ id, severity, group, docs, since, profiles, fix, on }: Rule) {
  return {
    id,
    severity,
    group,
    on,
    since,
    what: docs.what,
    why: docs.why,
    instead: docs.instead,
    links: docs.links,
    fixable: fix !== undefined,
    ...(profiles && { profiles }),
  };
}

function table(all: readonly Rule[], paint: Paint): string {
  const left = Math.max(0, ...all.map((rule) => width(rule.id)));
  const lines = [...new Set(all.map((rule) => rule.group))].flatMap((group) => [
    paint(group, 'bold'),
    ...all
      .filter((rule) => rule.group === group)
      .map((rule) => `  ${rule.id.padEnd(left)}  ${rule.severity.padEnd(11)}  ${rule.docs.what}`),
    '',
  ]);
  return [...lines, `${count(all.length, 'rule')}. ecs-preflight explain RULE tells more.`, ''].join('\n');
}

function coverageText(asJson: boolean): string {
  const coverage = coverageOf(RULES);
  return asJson ? `${JSON.stringify({ version: 1, ...coverage }, null, 2)}\n` : printCoverage(coverage);
}
