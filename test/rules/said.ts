import { PROFILES } from '../../schemas/runtime';
import { RULES } from '../../server/core/rules';
import type { Example, Rule } from '../../server/core/rules/rule';
import { EDGES } from './edges';
import { filesOf } from './edges/edges';
import { type Observed, observe } from './observe';

/**
 * Everything that the rules say about their own examples, as text for reading and comparing: a change of a word, of a
 * severity, of a place or of a fix shows in it.
 */
export function saidByRules(): string {
  const parts = RULES.flatMap((rule) => [
    ...rule.examples.invalid.map((example, i) => section(`${rule.id} ${i + 1}`, example, observe(rule, example))),
    ...(EDGES[rule.id]?.speaks ?? []).map((one, i) => {
      const files = filesOf(one);
      return section(`${rule.id} edge ${i + 1}`, files, observe(rule, files));
    }),
    ...profilesOf(rule),
  ]);
  return ['<!-- Written by `npm run generate`. What each rule says about its own examples. -->', ...parts, ''].join(
    '\n\n',
  );
}

/** In which profiles a rule that is not for all of them speaks about its first example. */
function profilesOf(rule: Rule): string[] {
  const [example] = rule.examples.invalid;
  if (!rule.profiles || !example) return [];
  const speaks = PROFILES.filter((profile) => observe(rule, { ...example, profile }).length > 0);
  return [`## ${rule.id} by profile\n\n${speaks.join(', ')}`];
}

function section(title: string, example: Example, observed: readonly Observed[]): string {
  return [`## ${title}`, ...observed.map((o) => lines(o, example))].join('\n\n');
}

function lines(o: Observed, example: Example): string {
  const place = o.at.length > 60 || o.at.includes('\n') ? `${o.at.slice(0, 57).split('\n')[0]}…` : o.at;
  return [
    `- ${o.severity} at \`${place}\` ${o.path}: ${o.message}`,
    ...(o.tags.length > 0 ? [`  - shown as ${o.tags.join(', ')}`] : []),
    ...o.related.map((message) => `  - related: ${message}`),
    ...o.fixes.map(
      ({ title, safe, text, file }) => `  - ${safe ? 'fix' : 'suggestion'}: ${title}${changed(text, example, file)}`,
    ),
  ].join('\n');
}

/** The lines that a fix writes: what its examples do not show already. */
function changed(text: string, example: Example, file: string | undefined): string {
  if (text === example.fixed) return '';
  const old = file === 'taskdef.yaml' ? (example.taskDefinition ?? '') : example.text;
  const before = new Set(old.replace(/[⟦⟧]/g, '').split('\n'));
  const after = text.split('\n').filter((line) => !before.has(line) && line.trim() !== '');
  const shown = after.slice(0, 4).map((line) => `\`${line.trim()}\``);
  return after.length === 0 ? ' (removes lines)' : ` → ${shown.join(' ')}${after.length > 4 ? ' …' : ''}`;
}
