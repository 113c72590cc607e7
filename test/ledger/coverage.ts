import type { CoverageRow } from '../../server/cli/coverage-row';
import { type LedgerRow, ruleOf } from './ledger';
import type { SpecRow } from './spec-rows';

const KINDS = ['rule', 'shape', 'default', 'none'] as const;

/** Where the answer stands: by the reference's own mark for the row. */
const DECIDED: Readonly<Record<SpecRow['source'], Readonly<Record<string, string>>>> = {
  rules: {
    yes: 'one file',
    taskdef: 'service and task definition',
    cluster: 'other files of the workspace',
    live: 'AWS alone',
  },
  errors: {
    S: 'one file',
    X: 'service and task definition',
    U: 'previous version',
    A: 'AWS alone',
    'task definition': 'task definition',
  },
  recorded: {
    'service-file': 'one file',
    'service+task-definition': 'service and task definition',
    'task-definition-file': 'task definition',
    'needs-AWS': 'AWS alone',
  },
};

/** Counts the ledger by source and by who can decide a row. Rows about calls that have no file of ours are counted apart. */
export function coverageData(spec: readonly SpecRow[], ledger: readonly LedgerRow[]): CoverageRow[] {
  const byId = new Map(ledger.map((row) => [row.id, row]));
  const counted = new Map<string, CoverageRow>();
  for (const row of spec) {
    const decided = row.foreign ? 'calls that no file of ours is for' : (DECIDED[row.source][row.decidable] ?? '?');
    const key = `${row.source} ${decided}`;
    const into = counted.get(key) ?? { source: row.source, decided, rows: 0, rule: 0, shape: 0, default: 0, none: 0 };
    counted.set(key, into);
    into.rows++;
    const entry = byId.get(row.id);
    const kind = KINDS.find((k) => entry && k in entry.by);
    if (kind) into[kind]++;
  }
  return [...counted.values()];
}

/** Rows by the id of the rule that answers for them. */
export function rowsByRule(ledger: readonly LedgerRow[]): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const row of ledger) {
    const rule = ruleOf(row);
    if (rule !== undefined) by.set(rule, [...(by.get(rule) ?? []), row.id]);
  }
  return by;
}
