import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, makeHome, runEditor } from './command';
import { given } from './given';
import { type Copy, copyFixtures, ROOT } from './workspace';

interface Seen {
  diagnostics: string[];
  hover: string;
  completion: string[];
  actions: string[];
  text: string;
  renamed: string;
}

describe.skipIf(!given.emacs)('Emacs with eglot', () => {
  if (!given.emacs) return;
  const program = given.emacs;
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

  it('reports, explains, completes, fixes and renames over stdio', async () => {
    const script = join(ROOT, 'test', 'editors', 'emacs', 'scenario.el');
    const env = { ...home.env, CONFIG: join(ROOT, 'docs', 'editors', 'emacs', 'ecs-preflight.el') };
    // -q and not -Q: Debian keeps eglot where only the latter looks away.
    const args = ['--batch', '-q', '--chdir', files.folder, '-l', script];
    const result = join(home.folder, 'result.json');
    const seen = await runEditor<Seen>(program, args, { env, result, read: (file) => readFileSync(file, 'utf8') });
    expect(seen.diagnostics).toContain('not-a-listed-value');
    expect(seen.hover).toContain('minimumHealthyPercent');
    expect(seen.completion).toContain('schedulingStrategy');
    expect(seen.actions[0]).toBe('Write SERVICE');
    expect(seen.text).toContain('propagateTags: SERVICE');
    expect(seen.renamed).toBe('storefront');
  });
});
