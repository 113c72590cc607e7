/**
 * Runs a bundle of ours with V8's code cache, so that a start does not compile what the last one compiled already.
 * Node before 22 has no `module.enableCompileCache`; `vm.Script` does the same on every version we run on.
 *
 * A code cache is code: it is read only from a folder and file that belong to this user and that nobody else may
 * write, and its name holds the digest of the bundle and the version of V8. Any doubt or failure means: compile.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Files are removed this long after they were made: most are of versions that are gone, the others are made again. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/** Digests of the bundles' contents by their names in the folder, from the build; empty: no cache. */
export type Digests = Readonly<Record<string, string>>;

/**
 * Runs a bundle of a folder and returns its exports. It is a CommonJS module that the build has wrapped in its function;
 * those that it requires out of `digests` are run likewise.
 * @param worth asked at exit, when there was no cache to read: whether this run compiled enough to be kept
 */
export function runCached(folder: string, name: string, digests: Digests, worth: () => boolean = () => true): unknown {
  const file = join(folder, name);
  const given = createRequire(file);
  const loaded = new Map<string, unknown>();
  const require = (id: string): unknown => {
    const beside = id.slice('./'.length);
    if (!Object.hasOwn(digests, beside)) return given(id);
    if (!loaded.has(id)) loaded.set(id, run(join(folder, beside), digests[beside], require));
    return loaded.get(id);
  };
  return run(file, digests[name], require, worth);
}

function run(
  file: string,
  digest: string | undefined,
  require: (id: string) => unknown,
  worth: () => boolean = () => true,
): unknown {
  const cache = digest ? cacheFile(`${digest}-${process.versions.v8}-${process.arch}.bin`) : undefined;
  const cachedData = cache ? readOwn(cache) : undefined;
  // esbuild writes ASCII, for which latin1 is the same and quicker to read.
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData });
  if (cache && (!cachedData || script.cachedDataRejected)) {
    process.once('exit', () => {
      if (worth()) keep(cache, script.createCachedData());
    });
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  return module.exports;
}

function cacheFile(name: string): string | undefined {
  const { env } = process;
  if (env.ECS_PREFLIGHT_NO_CACHE || env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const base =
    process.platform === 'win32' ? env.LOCALAPPDATA : (env.XDG_CACHE_HOME ?? (env.HOME && join(env.HOME, '.cache')));
  return base ? join(base, 'ecs-preflight', name) : undefined;
}

/** The file's content when it and its folder are ours alone; undefined otherwise. */
function readOwn(file: string): Buffer | undefined {
  try {
    return isOwn(dirname(file)) && isOwn(file) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

function isOwn(path: string): boolean {
  if (!process.getuid) return true;
  const { uid, mode } = statSync(path);
  return uid === process.getuid() && (mode & 0o022) === 0;
}

/** Writes beside and renames, so that nobody ever reads half a file. A full or read-only disk is no reason to complain. */
function keep(file: string, data: Buffer): void {
  try {
    const folder = dirname(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(folder)) return;
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, data, { mode: 0o600 });
    chmodSync(fresh, 0o600);
    renameSync(fresh, file);
    sweep(folder);
  } catch {
    // Without a cache the next start compiles again.
  }
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (name.includes('.bin') && Date.now() - statSync(file).mtimeMs > KEPT_FOR) rmSync(file, { force: true });
  }
}
