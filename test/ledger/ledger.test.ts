import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/core/rules';
import { LEDGER } from './all';
import { complete } from './complete';
import { type LedgerRow, ruleOf } from './ledger';
import { runRow } from './run-row';
import { HAS_SPEC, type SpecRow, specRows } from './spec-rows';
import { statesDefault } from './states-default';

const SPEC = specRows();
const bySpec = new Map(SPEC.map((row) => [row.id, row]));
const rules = new Map(RULES.map((rule) => [rule.id, rule]));

describe('the ledger', () => {
  it('names each row once', () => {
    const ids = LEDGER.map((row) => row.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it.skipIf(!HAS_SPEC)('has every row of the documents and of the records, and no other', () => {
    const ids = new Set(LEDGER.map((row) => row.id));
    expect(SPEC.filter((row) => !ids.has(row.id)).map((row) => row.id)).toEqual([]);
    expect(LEDGER.filter((row) => !bySpec.has(row.id)).map((row) => row.id)).toEqual([]);
    console.log(countsOf(SPEC));
  });

  it('names only rules that exist', () => {
    const named = LEDGER.flatMap((row) => ruleOf(row) ?? []);
    expect(named.filter((id) => !rules.has(id))).toEqual([]);
  });

  it('takes checks of the schema for shape rows, and only those', () => {
    const wrong = LEDGER.filter((row) => 'shape' in row.by && rules.get(row.by.shape)?.on !== 'shape');
    expect(wrong.map((row) => row.id)).toEqual([]);
  });

  it('gives a reason where nothing is reported', () => {
    const short = LEDGER.filter((row) => 'none' in row.by && row.by.none.length < 20);
    expect(short.map((row) => row.id)).toEqual([]);
  });

  it('is what the rules themselves name as their sources', () => {
    const named = new Map(LEDGER.flatMap((row) => ('rule' in row.by ? [[row.id, row.by.rule] as const] : [])));
    const strangers = RULES.flatMap((rule) => rule.sources.map((source) => [source, rule.id] as const)).filter(
      ([source]) => /^(R\d+|error:|recorded:)/.test(source) && !LEDGER.some((row) => row.id === source),
    );
    expect(strangers).toEqual([]);
    const unnamed = [...named].filter(([id, rule]) => !rules.get(rule)?.sources.includes(id));
    expect(unnamed).toEqual([]);
  });
});

describe('every row that is a default is stated by the schema', () => {
  for (const row of LEDGER) {
    if ('default' in row.by) {
      const pointer = row.by.default;
      it(`${row.id} ${pointer}`, () => expect(statesDefault(pointer)).toBe(true));
    }
  }
});

describe('every row with a rule gets its finding', () => {
  for (const row of LEDGER) {
    const rule = ruleOf(row);
    if (rule === undefined) continue;
    if (row.example !== undefined) it(`${row.id} → ${rule}`, () => demand(row, rule, row.example as string));
    else it.skipIf(!HAS_SPEC)(`${row.id} → ${rule} (its own snippet)`, () => demandOfSnippet(row, rule));
  }
});

function demandOfSnippet(row: LedgerRow, rule: string): void {
  const spec = bySpec.get(row.id) as SpecRow;
  const text = complete(spec.snippet.replace(/\s+#.*$/, ''));
  expect(text, `${row.id} has no snippet to complete: give it an example`).toBeDefined();
  demand(row, rule, text as string, 'shape' in row.by ? spec.paths : undefined);
}

/** The finding, and for a check of the schema at the member that the row is about or around it. */
function demand(row: LedgerRow, rule: string, text: string, path?: string): void {
  const { findings, bugs } = runRow(row, text);
  expect(bugs).toEqual([]);
  const mine = findings.filter((f) => f.rule === rule && (path === undefined || isAbout(f.path, path)));
  const said = findings.map((f) => `${f.severity} ${f.rule} ${f.path}: ${f.message}`).join('\n');
  expect(mine.length, `${text}\n${path}\n${said}`).toBeGreaterThan(0);
}

/** `/loadBalancers/0/containerPort` is about `loadBalancers[].containerPort`, and so is a finding at an owner of it. */
function isAbout(pointer: string, path: string): boolean {
  if (!/^[a-z]/.test(path)) return true;
  const plain = pointer
    .replaceAll(/\/\d+(?=\/|$)/g, '[]')
    .replaceAll('/', '.')
    .replace(/^\./, '');
  return path.startsWith(plain) || plain.startsWith(path);
}

/** Rows by source and by kind of answer. */
function countsOf(spec: readonly SpecRow[]): string {
  const kinds = ['rule', 'shape', 'default', 'none'] as const;
  const byId = new Map(LEDGER.map((row) => [row.id, row]));
  return (['rules', 'errors', 'recorded'] as const)
    .map((source) => {
      const rows = spec.filter((row) => row.source === source).flatMap((row) => byId.get(row.id) ?? []);
      return `${source}: ${rows.length} rows, ${kinds.map((kind) => `${rows.filter((row) => kind in row.by).length} ${kind}`).join(', ')}`;
    })
    .join('\n');
}
