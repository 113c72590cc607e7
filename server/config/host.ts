import { readdirSync, statSync } from 'node:fs';
import type { Host } from '../core/model/host';
import { MOST_BESIDE, readText } from './read-file';
import { toPath, urisIn } from './uri';

export interface NodeHostOptions {
  /** Nothing on disk changes while we look: a command that runs once. Otherwise each answer is checked against the file's time and size. */
  frozen?: boolean;
  /** Whether a path may be read at all; every path when left out. */
  mayRead?: (path: string) => boolean;
  /** Most bytes of a file that is read. */
  most?: number;
}

export type NodeHost = Host & {
  /** Drops what is kept of one file or folder, or of all. */
  forget(uri?: string): void;
};

interface Kept<T> {
  stamp: string;
  value: T;
}

/** Reads the neighbours of a definition from disk. Answers undefined or [] for whatever cannot or must not be read. */
export function createNodeHost(options: NodeHostOptions = {}): NodeHost {
  const { frozen = false, mayRead = () => true, most = MOST_BESIDE } = options;
  const texts = new Map<string, Kept<string | undefined>>();
  const folders = new Map<string, Kept<string[]>>();

  function keep<T>(cache: Map<string, Kept<T>>, uri: string, none: T, make: (path: string) => T): T {
    const kept = cache.get(uri);
    if (kept && frozen) return kept.value;
    const path = toPath(uri);
    if (path === undefined || !mayRead(path)) return none;
    const stamp = frozen ? '' : stampOf(path);
    if (kept?.stamp === stamp) return kept.value;
    const value = make(path);
    cache.set(uri, { stamp, value });
    return value;
  }

  return {
    read: (uri) => keep(texts, uri, undefined, (path) => readText(path, most).text),
    list: (folder) => keep(folders, folder, [], filesIn),
    forget(uri) {
      if (uri === undefined) {
        texts.clear();
        folders.clear();
      } else {
        texts.delete(uri);
        folders.delete(uri);
        folders.delete(uri.slice(0, uri.lastIndexOf('/')));
      }
    },
  };
}

function stampOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'none';
  }
}

function filesIn(folder: string): string[] {
  const uriOf = urisIn(folder);
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => uriOf(entry.name))
      .sort();
  } catch {
    return [];
  }
}
