/**
 * A folder outside the clone for programs that only tests and benchmarks need, so that a second run finds them there
 * and a `git clean` does not throw them away.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** $ECS_PREFLIGHT_CACHE, else `ecs-preflight/tools` in the user's cache folder. */
export const CACHE = resolve(
  process.env.ECS_PREFLIGHT_CACHE ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ecs-preflight', 'tools'),
);

/** Something that cannot be had here: a reason to skip, not to fail. */
export class NotAvailable extends Error {}

/**
 * A folder of the cache that holds what `make` puts there. Made anew when `version` is another than last time, or when
 * the last time did not come to its end.
 *
 * @param {string} name of the folder
 * @param {string} version whatever decides what is in it
 * @param {(folder: string) => void} make fills the empty folder; throws when it cannot
 * @returns {string} the folder
 */
export function room(name, version, make) {
  const folder = join(CACHE, name);
  const done = join(folder, '.done');
  if (existsSync(done) && readFileSync(done, 'utf8') === version) return folder;
  const started = performance.now();
  console.log(`installing ${name} into ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Without a package.json of its own, npm would install into the nearest folder above that has one.
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  make(folder);
  writeFileSync(done, version);
  console.log(`installed ${name} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return folder;
}

/**
 * Runs npm in a folder.
 *
 * @param {string} folder
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 */
export function npm(folder, args, env = {}) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const result = spawnSync('npm', [...args, ...quiet], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status === 0) return;
  const words = `${result.stderr ?? ''}${result.error ?? ''}`.trim().split('\n').slice(-5).join('\n');
  throw new NotAvailable(`npm ${args.join(' ')} failed: ${words}`);
}
