import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/core/finding';
import { RULES } from '../../server/core/rules';
import { HAS_CORPUS, type Row, rowsOf } from './corpus';
import { NEGATIVE_CASES } from './negative-cases';
import { runCase, type Said } from './negative-run';

const brief = (f: Finding) => `${f.severity} ${f.rule} ${f.path}: ${f.message}`;
const nameOf = (row: Row) => (row.file ?? '').replace(/\.json$/, '');

describe.skipIf(!HAS_CORPUS)('requests that ECS refuses', () => {
  const rows = HAS_CORPUS ? rowsOf('negative.tsv') : [];

  for (const row of rows) {
    const name = nameOf(row);
    const known = NEGATIVE_CASES[name];
    const title = `${name} ${row.rule}`;
    if (!known) it.todo(`${title}: no rule names the cause yet`);
    else if ('silent' in known)
      it(`${title} is left alone: ${known.silent}`, () => checkSilent(name, known.but, known.rightly));
    else it(`${title} gets ${known.rule}`, () => checkCase(name, known.rule, row));
  }

  it('has no case in the table that the corpus lacks', () => {
    const names = new Set(rows.map(nameOf));
    expect(Object.keys(NEGATIVE_CASES).filter((name) => !names.has(name))).toEqual([]);
  });
});

it('names only rules that exist', () => {
  const ids = new Set(RULES.map((rule) => rule.id));
  const named = Object.values(NEGATIVE_CASES).flatMap((known) => ('silent' in known ? known.but : [known.rule]));
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

function said(name: string): Said {
  const found = runCase(name);
  expect(found, `${name}.json`).toBeDefined();
  expect(found?.bugs).toEqual([]);
  return found as Said;
}

function checkCase(name: string, rule: string, row: Row): void {
  const findings = said(name).findings;
  const loud = findings.filter((f) => f.rule === rule && (f.severity === 'error' || f.severity === 'warning'));
  expect(loud.map(brief), findings.map(brief).join('\n')).not.toEqual([]);
  if (!row.paired_pass) return;
  expect(
    said(`${name}.pass`)
      .findings.filter((f) => f.rule === rule)
      .map(brief),
  ).toEqual([]);
}

function checkSilent(name: string, but: readonly string[], rightly: readonly string[] = []): void {
  const findings = said(name)
    .findings.filter((f) => f.severity === 'error' || but.includes(f.rule))
    .filter((f) => !rightly.includes(f.rule));
  expect(findings.map(brief)).toEqual([]);
}
