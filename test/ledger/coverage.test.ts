import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { coverageOf, printCoverage } from '../../server/cli/coverage';
import { ROWS } from '../../server/cli/coverage-rows.generated';
import { RULES } from '../../server/core/rules';
import { LEDGER } from './all';
import { countRows, coverageDocument } from './documents';
import { PEERS, type Peer, RULE_GROUPS } from './peers';
import { HAS_SPEC, readSpec } from './spec-rows';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

describe('the counts that ship (npm run generate)', () => {
  it('account for every row of the ledger', () => {
    expect(ROWS.reduce((sum, row) => sum + row.rows, 0)).toBe(LEDGER.length);
    for (const row of ROWS) expect(row.rule + row.shape + row.default + row.none, row.decided).toBe(row.rows);
  });

  it.skipIf(!HAS_SPEC)('are those of the ledger and the reference', () => expect(ROWS).toEqual(countRows()));

  it('are printed with a total for each source', () => {
    const text = printCoverage(coverageOf(RULES));
    for (const source of ['rules', 'errors', 'recorded']) {
      const rows = ROWS.filter((row) => row.source === source);
      const total = rows.reduce((sum, row) => sum + row.rows, 0);
      expect(text).toMatch(new RegExp(`^ {2}total +${total} `, 'm'));
    }
  });

  it('stand in docs/coverage.md', () => {
    expect(readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')).toBe(coverageDocument());
  });
});

describe('the groups of rules that other tools check', () => {
  it('each have a rule of ours that exists', () => {
    const ids = new Set(RULES.map((rule) => rule.id));
    for (const { group, rules } of RULE_GROUPS) {
      expect(rules.length, group).toBeGreaterThan(0);
      expect(
        rules.filter((id) => !ids.has(id)),
        group,
      ).toEqual([]);
    }
  });

  it.skipIf(!HAS_SPEC)('are all of those in the reference, with its marks', () => {
    const marks = marksOfReference();
    expect(marks.length).toBe(78);
    expect(RULE_GROUPS.map(({ peers }) => peers)).toEqual(marks);
  });
});

/** The matrix of peers.md, in its order. */
function marksOfReference(): Record<string, string>[] {
  const lines = readSpec('api/peers.md').split('\n');
  const start = lines.findIndex((line) => line.startsWith('| rule |'));
  const rows = lines.slice(start + 2, lines.indexOf('', start));
  return rows.map((row) => {
    const cells = row.split('|').slice(2, -1);
    const marks = (Object.keys(PEERS) as Peer[]).map((peer, i) => [peer, cells[i]?.trim() ?? ''] as const);
    return Object.fromEntries(marks.filter(([, mark]) => mark !== ''));
  });
}
