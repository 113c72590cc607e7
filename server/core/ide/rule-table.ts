import { RULES } from '../rules';
import type { Rule } from '../rules/rule';

/** The list of all rules in Markdown, by group, each with a link to its page. */
export function ruleTable(): string {
  const groups = [...new Set(RULES.map((r) => r.group))].sort();
  const count = RULES.length;
  const fixes = RULES.filter((r) => r.fix).length;
  return [
    '# Rules',
    `${count} rules, ${fixes} of them with a fix. The severity is the default; some cases of a rule are graver or milder. Written by \`npm run generate\`.`,
    ...groups.map(section),
    '',
  ].join('\n\n');
}

function section(group: string): string {
  const rules = RULES.filter((r) => r.group === group).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    `## ${group}`,
    ['| rule | default | fix | finds |', '| --- | --- | --- | --- |', ...rules.map(row)].join('\n'),
  ].join('\n\n');
}

function row(rule: Rule): string {
  const cells = [
    `[${rule.id}](${rule.id}.md)`,
    rule.severity,
    rule.fix ? 'yes' : '',
    rule.docs.what.replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}
