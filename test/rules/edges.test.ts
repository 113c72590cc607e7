import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/core/rules';
import { EDGES } from './edges';
import { filesOf } from './edges/edges';
import { findingsOf } from './observe';

const ids = new Set(RULES.map((rule) => rule.id));

for (const [id, { speaks = [], silent = [] }] of Object.entries(EDGES)) {
  describe(id, () => {
    it('is a rule', () => expect(ids).toContain(id));
    speaks.forEach((one, i) => {
      it(`speaks at edge ${i + 1}`, () => expect(said(id, one), filesOf(one).text).not.toEqual([]));
    });
    silent.forEach((one, i) => {
      it(`is silent at edge ${i + 1}`, () => expect(said(id, one), filesOf(one).text).toEqual([]));
    });
  });
}

function said(id: string, one: Parameters<typeof filesOf>[0]): string[] {
  const { findings, bugs } = findingsOf(filesOf(one));
  expect(bugs).toEqual([]);
  return findings.filter((f) => f.rule === id).map((f) => `${f.severity} ${f.path}: ${f.message}`);
}
