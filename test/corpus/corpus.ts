import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createEngine, type Engine } from '../../server/core/engine';
import type { Host } from '../../server/core/model/host';

/** Real files, kept beside the project and not in it. Tests that read them skip, visibly, where they are absent. */
export const CORPUS = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'corpus');
export const HAS_CORPUS = existsSync(join(CORPUS, 'manifest.tsv'));
if (!HAS_CORPUS) console.warn(`SKIPPED: the corpus tests need ${CORPUS}`);

export type Row = Record<string, string>;

/** A tab-separated index of the corpus, one object a row. */
export function rowsOf(index: string): Row[] {
  const [head = '', ...lines] = readFileSync(join(CORPUS, index), 'utf8').split('\n').filter(Boolean);
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i] ?? '', cell])));
}

/** Where a row of the manifest or of the look-alikes is kept. */
export function fileOf(folder: string, row: Row): string {
  return join(CORPUS, folder, (row.repo ?? '').replace('/', '__'), row.path ?? '');
}

/** A host that reads the disk. */
export const diskHost: Host = {
  read(uri) {
    try {
      return readFileSync(fileURLToPath(uri), 'utf8');
    } catch {
      return undefined;
    }
  },
  list(folder) {
    try {
      const path = fileURLToPath(folder);
      return readdirSync(path)
        .filter((f) => statSync(join(path, f)).isFile())
        .map((f) => pathToFileURL(join(path, f)).href);
    } catch {
      return [];
    }
  },
};

export function corpusEngine(bugs: unknown[] = []): Engine {
  return createEngine({ host: diskHost, onBug: (what, error) => bugs.push({ what, error }) });
}

export { pathToFileURL, readFileSync };
