import { describe, expect, it } from 'vitest';
import { corpusEngine, fileOf, HAS_CORPUS, pathToFileURL, readFileSync, rowsOf } from './corpus';

const open = (path: string) => {
  const bugs: unknown[] = [];
  const snapshot = corpusEngine(bugs).snapshot(pathToFileURL(path).href, readFileSync(path, 'utf8'));
  return { snapshot, bugs };
};

describe.skipIf(!HAS_CORPUS)('real files', () => {
  const rows = HAS_CORPUS ? rowsOf('manifest.tsv') : [];
  const services = rows.filter((r) => r.kind === 'service');

  it.each(services.map((r) => [`${r.repo} ${r.path}`, r] as const))('%s is recognised', (_, row) => {
    const { snapshot } = open(fileOf('files', row));
    expect(snapshot.definitions.map((d) => d.kind)).toEqual(['service']);
    const dialect = /dialect=([a-z-]+)/.exec(row.notes ?? '')?.[1];
    if (dialect === 'ecspresso') expect(snapshot.definitions[0]?.profile).toBe('ecspresso');
    if (dialect === 'describe-output') expect(snapshot.definitions[0]?.profile).toBe('describe-services');
  });

  it.each(services.filter((r) => r.verdict === 'valid').map((r) => [`${r.repo} ${r.path}`, r] as const))(
    '%s has no error',
    (_, row) => {
      const { snapshot, bugs } = open(fileOf('files', row));
      expect(bugs).toEqual([]);
      const errors = snapshot.findings().filter((f) => f.severity === 'error');
      expect(errors.map((f) => `${f.rule} ${f.path}: ${f.message}`)).toEqual([]);
    },
  );

  it.each(services.filter((r) => r.verdict?.startsWith('invalid')).map((r) => [`${r.repo} ${r.path}`, r] as const))(
    '%s has a finding',
    (_, row) => {
      const { snapshot } = open(fileOf('files', row));
      expect(snapshot.findings().filter((f) => f.severity === 'error' || f.severity === 'warning')).not.toEqual([]);
    },
  );

  it.each(rows.filter((r) => r.kind === 'taskdef').map((r) => [`${r.repo} ${r.path}`, r] as const))(
    '%s is no service',
    (_, row) => {
      const { snapshot } = open(fileOf('files', row));
      expect(snapshot.definitions.filter((d) => d.kind === 'service')).toEqual([]);
    },
  );
});

describe.skipIf(!HAS_CORPUS)('look-alikes', () => {
  const rows = HAS_CORPUS ? rowsOf('lookalikes.tsv') : [];
  it.each(rows.map((r) => [`${r.repo} ${r.path}`, r] as const))('%s gets nothing', (_, row) => {
    const { snapshot } = open(fileOf('lookalikes', row));
    expect(snapshot.findings()).toEqual([]);
  });
});
