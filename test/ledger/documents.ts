import type { CoverageRow } from '../../server/cli/coverage-row';
import { ROWS } from '../../server/cli/coverage-rows.generated';
import { RULES } from '../../server/core/rules';
import { LEDGER } from './all';
import { coverageData } from './coverage';
import { type Mark, PEERS, type Peer, RULE_GROUPS, type RuleGroup } from './peers';
import { specRows } from './spec-rows';

/** The rows as they are now. Needs the reference material. */
export function countRows(): CoverageRow[] {
  return coverageData(specRows(), LEDGER);
}

/** The text of `server/cli/coverage-rows.generated.ts`. */
export function coverageRows(rows: readonly CoverageRow[]): string {
  return [
    '// Written by `npm run generate` from the ledger. Do not edit.',
    "import type { CoverageRow } from './coverage-row';",
    '',
    'export const ROWS: readonly CoverageRow[] = [',
    ...rows.map((row) => `  ${JSON.stringify(row)},`),
    '];',
    '',
  ].join('\n');
}

/** The text of `docs/coverage.md`. */
export function coverageDocument(rows: readonly CoverageRow[] = ROWS): string {
  return [
    '# What is covered',
    '',
    '<!-- Written by `npm run generate`. -->',
    '',
    `${RULES.length} rules, ${RULES.filter((rule) => rule.fix).length} with a fix. [The table of rules](rules/README.md) has a page for each.`,
    '',
    '## Every known rule and error',
    '',
    'Each row of the three lists has an entry in the ledger (`test/ledger/`): the rule that finds it, the check against the',
    'schema that finds it, the default that hover and hints show, or the reason why no file can show it. A test runs an',
    'example of each.',
    '',
    '| list | decided by | rows | rule | schema | default | not in a file |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      (r) => `| ${LISTS[r.source]} | ${r.decided} | ${r.rows} | ${r.rule} | ${r.shape} | ${r.default} | ${r.none} |`,
    ),
    '',
    '## Beside other tools',
    '',
    `The checks that tools for ECS make, in ${RULE_GROUPS.length} groups, and the rules of ours behind each. ● all of it, ◐ some of it or in some`,
    'constructs, ○ an opinion rather than validity. The marks of the others were read out of their sources in August 2026;',
    'nobody ran them. Most of them read CloudFormation, Terraform or CDK; only botocore (the AWS CLI, when it is called) and',
    'ecspresso read the files that ECS Preflight reads.',
    '',
    `| group | ECS Preflight | ${Object.values(PEERS).join(' | ')} | rules |`,
    `| --- | :-: | ${Object.keys(PEERS)
      .map(() => ':-:')
      .join(' | ')} | --- |`,
    ...RULE_GROUPS.map(groupLine),
    `| **all / some / opinion** | **${tally(ownMarks())}** | ${peers()
      .map((peer) => tally(RULE_GROUPS.map((g) => g.peers[peer])))
      .join(' | ')} | |`,
    '',
    'Only in part:',
    '',
    ...RULE_GROUPS.filter((g) => g.part).map((g) => `- ${g.group}: ${g.part}.`),
    '',
    `No other tool of these checks ${RULE_GROUPS.filter((g) => Object.keys(g.peers).length === 0).length} of the groups: ${RULE_GROUPS.filter(
      (g) => Object.keys(g.peers).length === 0,
    )
      .map((g) => g.group)
      .join('; ')}.`,
    '',
  ].join('\n');
}

const LISTS: Readonly<Record<CoverageRow['source'], string>> = {
  rules: 'rules in the API documents',
  errors: 'errors that users met',
  recorded: 'errors recorded by deploying',
};

const SIGNS: Readonly<Record<Mark, string>> = { yes: '●', part: '◐', lint: '○' };

const peers = () => Object.keys(PEERS) as Peer[];

const ownMarks = () => RULE_GROUPS.map((group) => (group.part ? 'part' : 'yes'));

function groupLine(group: RuleGroup): string {
  const marks = peers().map((peer) => {
    const mark = group.peers[peer];
    return mark ? SIGNS[mark] : '';
  });
  const rules = group.rules.map((id) => `[${id}](rules/${id}.md)`).join(', ');
  return `| ${group.group} | ${SIGNS[group.part ? 'part' : 'yes']} | ${marks.join(' | ')} | ${rules} |`;
}

function tally(marks: readonly (Mark | undefined)[]): string {
  return (['yes', 'part', 'lint'] as const).map((mark) => marks.filter((m) => m === mark).length).join('/');
}
