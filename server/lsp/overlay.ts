import { folderOf, type Host } from '../core/model/host';

/** Files as the person sees them: unsaved buffers win over the disk. What was read from the disk is kept until told otherwise. */
export interface Overlay extends Host {
  version(): number;
  /** An open document changed, came or went. */
  touch(): void;
  /** Forgets what the disk said about a file and its folder; everything without an argument. */
  forget(uri?: string): void;
  /** The text that was last read of a file that is not open, if any. */
  lastRead(uri: string): string | undefined;
}

export interface OverlayOptions {
  /** Text of an open document. */
  open(uri: string): string | undefined;
  openUris(): Iterable<string>;
  disk: Host;
  previous?: Host['previous'];
  /** True for files whose changes the client tells. Others are read again after a while. */
  watched(uri: string): boolean;
  now(): number;
}

/** How long an answer about an unwatched file is believed, in milliseconds: one burst of requests. */
const BELIEVED = 1000;
/** More than this and the memory is better spent elsewhere. */
const MOST_KEPT = 500;

interface Kept<T> {
  value: T;
  at: number;
}

export function createOverlay(options: OverlayOptions): Overlay {
  const texts = new Map<string, Kept<string | undefined>>();
  const folders = new Map<string, Kept<Set<string>>>();
  let changes = 0;
  let someUnwatched = false;
  const keep = <T>(kept: Map<string, Kept<T>>, uri: string, make: () => T): T => {
    const known = kept.get(uri);
    const watched = options.watched(uri);
    someUnwatched ||= !watched;
    if (known && (watched || options.now() - known.at < BELIEVED)) return known.value;
    if (kept.size >= MOST_KEPT) kept.clear();
    const value = make();
    kept.set(uri, { value, at: options.now() });
    return value;
  };
  return {
    read: (uri) => options.open(uri) ?? keep(texts, uri, () => options.disk.read(uri)),
    list(folder) {
      const onDisk = keep(folders, folder, () => new Set(options.disk.list(folder)));
      const all = [...onDisk];
      const inside = `${folder}/`;
      for (const uri of options.openUris())
        if (uri.startsWith(inside) && !uri.includes('/', inside.length) && !onDisk.has(uri)) all.push(uri);
      return all;
    },
    // Both only ever rise, so their sum does not come back to a number it had.
    version: () => changes + (someUnwatched ? Math.floor(options.now() / BELIEVED) : 0),
    touch: () => {
      changes++;
    },
    previous: options.previous,
    lastRead: (uri) => texts.get(uri)?.value,
    forget(uri) {
      changes++;
      if (uri === undefined) {
        texts.clear();
        folders.clear();
        return;
      }
      texts.delete(uri);
      folders.delete(folderOf(uri));
    },
  };
}
