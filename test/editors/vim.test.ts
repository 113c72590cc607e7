import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, makeHome, runEditor } from './command';
import { given } from './given';
import { type Copy, copyFixtures, ROOT } from './workspace';

interface Seen {
  diagnostics: string[];
  hover: string;
  text: string;
}

describe.skipIf(!given.vim)('Vim with ALE', () => {
  if (!given.vim) return;
  const program = given.vim;
  let home: Home;
  let files: Copy;
  beforeEach(() => {
    home = makeHome();
    files = copyFixtures();
  });
  afterEach(() => {
    home.remove();
    files.remove();
  });

  it('reports, explains and fixes over stdio', async () => {
    const script = join(ROOT, 'test', 'editors', 'vim', 'scenario.vim');
    const env = { ...home.env, CONFIG: join(ROOT, 'docs', 'editors', 'vim', 'ecs_preflight.vim') };
    const args = ['-N', '-u', script, '-i', 'NONE', '--not-a-term', '-c', `cd ${files.folder}`];
    const result = join(home.folder, 'result.json');
    const seen = await runEditor<Seen>(program, args, { env, result, read: (file) => readFileSync(file, 'utf8') });
    expect(seen.diagnostics).toContain('not-a-listed-value 23:16');
    expect(seen.hover).toContain('minimumHealthyPercent');
    expect(seen.text).toContain('propagateTags: SERVICE');
  });
});
