import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SPEC = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'spec');

/** Where a row comes from. `rules`: read out of the documents; `errors`, `recorded`: answers of the real API. */
export type SpecSource = 'rules' | 'errors' | 'recorded';

export interface SpecRow {
  id: string;
  source: SpecSource;
  /** Member paths that the row is about, as the reference writes them. */
  paths: string;
  /** Who can decide it: `yes`, `taskdef`, `cluster`, `live` in rules; S, X, U, A in errors; in words in recorded. */
  decidable: string;
  /** About a call that takes no file of ours: clusters, capacity providers, task sets. */
  foreign: boolean;
  /** A violating fragment in flow YAML; empty where the reference gives none. */
  snippet: string;
}

export const HAS_SPEC = existsSync(join(SPEC, 'rules.tsv'));
if (!HAS_SPEC) console.warn(`SKIPPED: some ledger tests need ${SPEC}`);

interface RecordedError {
  id?: string;
  static?: string;
}

/** Every row that the ledger has to account for; none where the reference material is absent. */
export function specRows(): SpecRow[] {
  if (!HAS_SPEC) return [];
  const errors = JSON.parse(readSpec('api/errors.json')) as {
    service: RecordedError[];
    taskDefinition: RecordedError[];
  };
  return [
    ...table('rules.tsv').map((row) => ({
      id: row.id as string,
      source: 'rules' as const,
      paths: row.path ?? '',
      decidable: row.static ?? '',
      foreign: false,
      snippet: row.violating_snippet ?? '',
    })),
    ...errors.service.map((error) => fromError(`error:${error.id}`, error)),
    ...errors.taskDefinition.map((error, i) => fromError(`error:taskDefinition[${i}]`, error)),
    ...table('api/recorded.tsv').map((row) => ({
      id: `recorded:${row.id}`,
      source: 'recorded' as const,
      paths: row.paths ?? '',
      decidable: row.decidable ?? '',
      foreign: row.resource !== 'service' && row.resource !== 'task-definition',
      snippet: '',
    })),
  ];
}

function fromError(id: string, error: RecordedError): SpecRow {
  return { id, source: 'errors', paths: '', decidable: error.static ?? 'task definition', foreign: false, snippet: '' };
}

function table(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readSpec(file).split('\n').filter(Boolean);
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i] ?? '', cell])));
}

/** A file of the reference material. */
export function readSpec(file: string): string {
  return readFileSync(join(SPEC, file), 'utf8');
}
