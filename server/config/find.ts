import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** In the order in which they are looked for; the first in a folder is taken. */
export const CONFIG_NAMES = ['.ecs-preflight.json', '.ecs-preflight.yaml', '.ecs-preflight.yml'] as const;

/** Where a configuration stands: a file of its own, or the member `ecsPreflight` of a package.json. */
export interface ConfigPlace {
  path: string;
  member?: 'ecsPreflight';
}

/**
 * Finds the configuration for files in a folder by walking up, to the root of the repository where there is one: a file
 * that somebody left above it is not the project's. Answers are kept by folder.
 */
export function createFinder(): { find(folder: string): ConfigPlace | undefined; forget(): void } {
  const kept = new Map<string, ConfigPlace | undefined>();
  function find(folder: string): ConfigPlace | undefined {
    if (kept.has(folder)) return kept.get(folder);
    const parent = dirname(folder);
    const here = placeIn(folder);
    const place = here ?? (parent === folder || exists(join(folder, '.git')) ? undefined : find(parent));
    kept.set(folder, place);
    return place;
  }
  return { find, forget: () => kept.clear() };
}

function placeIn(folder: string): ConfigPlace | undefined {
  for (const name of CONFIG_NAMES) {
    const path = join(folder, name);
    if (exists(path)) return { path };
  }
  const path = join(folder, 'package.json');
  try {
    return readFileSync(path, 'utf8').includes('"ecsPreflight"') ? { path, member: 'ecsPreflight' } : undefined;
  } catch {
    return undefined;
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
