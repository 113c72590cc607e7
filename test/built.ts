import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Path of a bundle in dist/. */
export const bundle = (name: string): string => join(ROOT, 'dist', name);

/** Tests of what ships. `npm test` builds first; alone they are skipped, visibly, when the bundles are not there. */
export function describeBuilt(name: string, needed: readonly string[], tests: () => void): void {
  const missing = needed.filter((file) => !existsSync(bundle(file)));
  if (missing.length > 0)
    console.warn(`skipped: ${name}, because dist/${missing.join(', dist/')} is missing; npm run build makes it`);
  describe.skipIf(missing.length > 0)(name, tests);
}
