import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reference material that may lie beside the project. Tests that want it skip, and say so, where it is absent. */
const SHARED = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared');

export function sharedFile(path: string): string | undefined {
  const file = join(SHARED, path);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.warn(`SKIPPED: some schema tests need ${file}`);
  return undefined;
}

/** A member as noted in the model dumps of `spec/api`. */
export interface NotedMember {
  path: string;
  type: string;
  doc?: string;
  min?: number;
  max?: number;
  pattern?: string;
  in_seed_2019?: boolean;
  in_seed_2024?: boolean;
  doc_constraints?: Record<string, unknown>;
}

export function notedMembers(file: 'createservice-2026.json' | 'registertaskdef-2026.json'): NotedMember[] | undefined {
  const text = sharedFile(`spec/api/${file}`);
  return text === undefined ? undefined : (JSON.parse(text) as { members: NotedMember[] }).members;
}

let recorded: ReadonlyMap<string, string> | null | undefined;

/** The rules that were deployed to the real API, by id, with what they were answered; undefined where they are absent. */
export function recordedRules(): ReadonlyMap<string, string> | undefined {
  if (recorded === undefined) {
    const lines = sharedFile('spec/api/recorded.tsv')?.split('\n');
    recorded = lines ? new Map(lines.map((line) => [line.split('\t')[0] ?? '', line])) : null;
  }
  return recorded ?? undefined;
}
