import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { saidByRules } from './said';

it('every rule says what it is known to say, with its severity, place and fixes (npm run generate)', () => {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'said.generated.md');
  expect(saidByRules()).toBe(readFileSync(file, 'utf8'));
});
