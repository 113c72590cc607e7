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

const MARKS = { begin: '<!-- rules: npm run generate -->', end: '<!-- /rules -->' };

/** `readme` with its table of rule groups (between two marks) written anew; without the marks it stays as it is. */
export function withRuleSummary(readme: string): string {
  const from = readme.indexOf(MARKS.begin);
  const to = readme.indexOf(MARKS.end);
  if (from === -1 || to < from) return readme;
  return `${readme.slice(0, from) + MARKS.begin}\n\n${ruleSummary()}\n\n${readme.slice(to)}`;
}

/** A row for each group: how many rules it has, and two of them that tell what it is about, errors first. */
function ruleSummary(): string {
  const groups = [...new Set(RULES.map((r) => r.group))].sort();
  const rows = groups.map((group) => {
    const rules = RULES.filter((r) => r.group === group);
    const errors = rules.filter((r) => r.severity === 'error');
    const shown = [...errors, ...rules.filter((r) => r.severity !== 'error')].slice(0, 2);
    const links = shown.map((r) => `[${r.id}](docs/rules/${r.id}.md)`).join(', ');
    const fixes = rules.filter((r) => r.fix).length;
    return `| [${group}](docs/rules/README.md#${group}) | ${rules.length} | ${errors.length} | ${fixes} | ${links} |`;
  });
  return ['| about | rules | errors | with a fix | such as |', '| --- | --: | --: | --: | --- |', ...rows].join('\n');
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
