import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, makeHome, runEditor } from './command';
import { given } from './given';
import { type Copy, copyFixtures, ROOT } from './workspace';

interface Seen {
  editor: string;
  diagnostics: string[];
  hover: string;
  completion: string[];
  actions: string[];
  after_fix: string[];
  renamed: string;
  elsewhere: string[];
}

const NEOVIM = join(ROOT, 'docs', 'editors', 'neovim');

describe.skipIf(!given.neovim)('Neovim', () => {
  if (!given.neovim) return;
  const program = given.neovim;
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
    const [, major = 0, minor = 0] = (
      /(\d+)\.(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? []
    ).map(Number);
    const own = major > 0 || minor >= 11;
    const env = {
      ...home.env,
      CONFIG: own ? join(ROOT, 'test/editors/neovim/enable.lua') : join(NEOVIM, 'ecs_preflight_0_7.lua'),
    };
    const script = join(ROOT, 'test', 'editors', 'neovim', 'scenario.lua');
    const args = ['--headless', '--clean', '-n', '-i', 'NONE', '--cmd', `cd ${files.folder}`];
    if (own) args.push('--cmd', `set runtimepath^=${NEOVIM}`);
    args.push('-c', `luafile ${script}`);
    const result = join(home.folder, 'result.json');
    const seen = await runEditor<Seen>(program, args, { env, result, read: (file) => readFileSync(file, 'utf8') });
    expect(seen.diagnostics).toContain('not-a-listed-value 23:16');
    expect(seen.hover).toContain('minimumHealthyPercent');
    expect(seen.completion).toContain('schedulingStrategy');
    expect(seen.actions[0]).toBe('Write SERVICE');
    expect(seen.after_fix).toHaveLength(seen.diagnostics.length - 1);
    expect(seen.renamed).toBe('storefront');
    expect(seen.elsewhere).toEqual([]);
  });
});
