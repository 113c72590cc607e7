import type { Rule } from '../core/rules/rule';
import type { CoverageRow } from './coverage-row';
import { ROWS } from './coverage-rows.generated';
import { count } from './text';

export interface Coverage {
  rules: number;
  /** Rules with a fix. */
  fixable: number;
  rows: readonly CoverageRow[];
  /** Facts that rules stand on beside these: members of today's API, facts of the simulator, documents and issues. */
  today: number;
  simulated: number;
  other: number;
}

/** The ledger of the build, and what the rules themselves name as further sources, each fact once. */
export function coverageOf(rules: readonly Rule[]): Coverage {
  const further = [...new Set(rules.flatMap((rule) => rule.sources))].map(kindOf);
  const of = (kind: string) => further.filter((k) => k === kind).length;
  return {
    rules: rules.length,
    fixable: rules.filter((rule) => rule.fix !== undefined).length,
    rows: ROWS,
    today: of('today'),
    simulated: of('simulated'),
    other: of('other'),
  };
}

function kindOf(source: string): 'ledger' | 'today' | 'simulated' | 'other' {
  if (/^(R\d+$|error:|recorded:)/.test(source)) return 'ledger';
  if (source.startsWith('today:')) return 'today';
  return source.startsWith('simulator') ? 'simulated' : 'other';
}

const SOURCES: Readonly<Record<CoverageRow['source'], string>> = {
  rules: 'The CreateService rule set, read out of the API documents',
  errors: 'Errors on record from users of the API',
  recorded: 'Refusals recorded by deploying to the API',
};
const KINDS = ['rows', 'rule', 'shape', 'default', 'none'] as const;

export function printCoverage(coverage: Coverage): string {
  const { rules, fixable, rows, today, simulated, other } = coverage;
  const tables = (Object.keys(SOURCES) as CoverageRow['source'][]).map((source) => {
    const own = rows.filter((row) => row.source === source);
    const lines = own.map((row) =>
      line(
        row.decided,
        KINDS.map((kind) => row[kind]),
      ),
    );
    const total = line(
      'total',
      KINDS.map((kind) => own.reduce((sum, row) => sum + row[kind], 0)),
    );
    return [`${SOURCES[source]}`, line('decided by', KINDS), ...lines, total, ''].join('\n');
  });
  return [
    `${count(rules, 'rule')}, ${fixable} with a fix.`,
    '',
    ...tables,
    `Further facts: ${today} of members that came to the API lately, ${simulated} of the simulator, ${other} of documents and issues.`,
    'rule: a rule finds it; shape: the check against the schema; default: shown by hover and hints; none: no file shows it.',
    '',
  ].join('\n');
}

function line(name: string, cells: readonly (string | number)[]): string {
  return `  ${name.padEnd(34)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
}
