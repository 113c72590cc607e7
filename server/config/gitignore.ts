import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import picomatch from 'picomatch';

/** What is ignored in a folder and below: asked for each entry on the way down. */
export interface Ignore {
  /**
   * True: ignored, false: taken back by `!`, undefined: nothing is said.
   * @param path with `/`, relative to the folder that this was made for
   */
  verdict(path: string, isFolder: boolean): boolean | undefined;
}

interface Pattern {
  out: boolean;
  foldersOnly: boolean;
  test: (path: string) => boolean;
}

/**
 * The patterns of one .gitignore, by its format (gitignore(5)): the last match decides, `!` takes back, a slash at the
 * start or inside ties the pattern to this folder, one at the end means folders.
 */
export function parseIgnore(text: string): Ignore {
  const patterns = text.split(/\r?\n/).flatMap(toPattern);
  return {
    verdict(path, isFolder) {
      for (let i = patterns.length - 1; i >= 0; i--) {
        const pattern = patterns[i] as Pattern;
        if ((isFolder || !pattern.foldersOnly) && pattern.test(path)) return !pattern.out;
      }
      return undefined;
    },
  };
}

function toPattern(line: string): Pattern[] {
  let glob = line.replace(/(?<!\\)\s+$/, '');
  if (glob === '' || glob.startsWith('#')) return [];
  const out = glob.startsWith('!');
  if (out) glob = glob.slice(1);
  const foldersOnly = glob.endsWith('/');
  if (foldersOnly) glob = glob.slice(0, -1);
  const tied = glob.includes('/');
  if (glob.startsWith('/')) glob = glob.slice(1);
  // Braces and extended globs mean nothing in a .gitignore.
  const options = { dot: true, nobrace: true, noextglob: true, basename: !tied };
  return [{ out, foldersOnly, test: picomatch(glob, options) }];
}

/** The .gitignore files of the folders from the root of the repository down to, and without, `folder`; [] outside of one. */
export function ignoresAbove(folder: string): { folder: string; ignore: Ignore }[] {
  const found: { folder: string; ignore: Ignore }[] = [];
  for (let at = folder; ; ) {
    if (existsSync(join(at, '.git'))) return found.reverse();
    const parent = dirname(at);
    if (parent === at) return [];
    at = parent;
    const ignore = ignoreIn(at);
    if (ignore) found.push({ folder: at, ignore });
  }
}

export function ignoreIn(folder: string): Ignore | undefined {
  try {
    return parseIgnore(readFileSync(join(folder, '.gitignore'), 'utf8'));
  } catch {
    return undefined;
  }
}
