import type { FileSettings } from '../config';
import { createEngine, type Engine, type Snapshot } from '../core/engine';
import type { View } from '../core/ide/types';
import { folderOf, type Host, nameOf } from '../core/model/host';
import { mayBeEcspressoConfig, mayHoldDefinitions } from '../core/model/markers';
import { once } from '../core/once';
import type { Documents } from './documents';
import { createOverlay } from './overlay';
import type { Platform } from './platform';

/** Everything in view, at its present state: open documents, their neighbours, the known files of the workspace. */
export interface World extends View {
  engine: Engine;
  host: Host;
  /** The snapshot of an open document; undefined when it is not open or certainly not ours. */
  open(uri: string): Snapshot | undefined;
  /** Rises with every change that may change answers about other files. */
  readonly generation: number;
  /** Rises with changes on disk, of settings and of the files in view, but not with unsaved edits. */
  readonly diskGeneration: number;
  /** A file changed on disk. False when that cannot matter to any answer: most JSON files are somebody else's. */
  changed(uri: string): boolean;
  /** Settings or folders changed: everything is asked anew. */
  invalidate(): void;
  /** Nothing changed in the files, but there are more or fewer in view. */
  touch(): void;
  /** Open documents whose answers may hang on another one: neighbours, and the task definitions and services that belong to it. */
  relatives(uri: string): string[];
  /** Files of the workspace that hold definitions, besides the open ones. */
  known: Set<string>;
}

export interface WorldOptions {
  documents: Documents;
  platform: Platform;
  settings(uri: string): FileSettings;
  watched(uri: string): boolean;
  previous?: Host['previous'];
  onBug(what: string, error: unknown): void;
}

interface Kept {
  snapshot: Snapshot | undefined;
  text: string;
  generation: number;
}

/** Characters from which on the versions of a document are a burden. */
const LARGE = 256 * 1024;

/** Trees of files that are not open are dropped beyond this many. */
const MOST_CLOSED = 32;

export function createWorld({ documents, platform, settings, watched, previous, onBug }: WorldOptions): World {
  const host = createOverlay({
    open: documents.text,
    openUris: documents.uris,
    disk: platform.host,
    watched,
    previous,
    now: platform.now,
  });
  const known = new Set<string>();
  const uris = () => [...new Set([...documents.uris(), ...known])];
  const engine = createEngine({ host, settings, workspace: uris, onBug });
  const kept = new Map<string, Kept>();
  const saveMemory = once(() => platform.saveMemory?.());
  let generation = 0;
  let diskGeneration = 0;
  const rise = () => {
    generation++;
    diskGeneration++;
  };

  /** The configuration may name files as ours whatever they look like, or as none of our business. */
  function makeSnapshot(uri: string, text: string, last: Snapshot | undefined): Snapshot | undefined {
    const { expected, excluded } = settings(uri);
    if (excluded || !(expected || mayHoldDefinitions(text))) return undefined;
    return engine.snapshot(uri, text, { last, expected: expected ? 'service' : undefined });
  }

  function snapshotOf(uri: string, text: string | undefined): Snapshot | undefined {
    if (text === undefined) return undefined;
    const last = kept.get(uri);
    if (last && last.text === text && last.generation === generation) return last.snapshot;
    const snapshot = makeSnapshot(uri, text, last?.snapshot);
    kept.delete(uri);
    kept.set(uri, { snapshot, text, generation });
    return snapshot;
  }

  function dropClosed(): void {
    if (kept.size <= MOST_CLOSED) return;
    const closed = [...kept.keys()].filter((uri) => !documents.get(uri));
    for (const uri of closed.slice(0, Math.max(0, closed.length - MOST_CLOSED))) kept.delete(uri);
  }

  // Texts of files that are not ours come and go without anyone asking for anything anew.
  documents.onChange((uri, document) => {
    if (document.getText().length > LARGE) saveMemory();
    host.touch();
    const before = kept.get(uri)?.text;
    if (matters(uri, before) || matters(uri, document.getText())) generation++;
  });
  documents.onClose((uri) => {
    host.touch();
    kept.delete(uri);
    if (!known.has(uri)) engine.release(uri);
    generation++;
  });

  return {
    engine,
    host,
    known,
    uris,
    open: (uri) => snapshotOf(uri, documents.text(uri)),
    snapshot(uri) {
      const snapshot = snapshotOf(uri, host.read(uri));
      dropClosed();
      return snapshot;
    },
    get generation() {
      return generation;
    },
    get diskGeneration() {
      return diskGeneration;
    },
    relatives(uri) {
      const belongsTo = (a: string, b: string) =>
        kept.get(a)?.snapshot?.definitions.some((d) => d.companion()?.uri === b) ?? false;
      const related = (other: string) =>
        folderOf(other) === folderOf(uri) || belongsTo(other, uri) || belongsTo(uri, other);
      return [...documents.uris()].filter((other) => other !== uri && kept.get(other)?.snapshot && related(other));
    },
    changed(uri) {
      const before = host.lastRead(uri);
      host.forget(uri);
      engine.forget(uri);
      const relevant = known.has(uri) || matters(uri, before) || matters(uri, platform.peek(uri));
      if (relevant) rise();
      return relevant;
    },
    invalidate() {
      host.forget();
      engine.forget();
      kept.clear();
      rise();
    },
    touch: rise,
  };
}

function matters(uri: string, text: string | undefined): boolean {
  return mayBeEcspressoConfig(nameOf(uri), text) || (text !== undefined && mayHoldDefinitions(text));
}
