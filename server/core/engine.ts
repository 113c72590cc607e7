import { findAll, type Taken } from './analyse';
import { makeDefinition } from './definition';
import { ecspressoFor, type Lookup } from './model/companion';
import { type FolderLook, type FolderView, lookInto } from './model/folder-view';
import { folderOf, NO_HOST } from './model/host';
import { parseFile, type SourceFile } from './model/source-file';
import { once } from './once';
import { withoutFacts } from './rules/memory';
import { suppressionsIn } from './rules/suppress';
import { DEFAULT_SETTINGS } from './settings';
import type { Snapshot, SnapshotOptions } from './snapshot';
import { type EngineOptions, type Known, keepBound, knownFile, type Surroundings } from './surroundings';
import type { Tree } from './syntax';

export type { Snapshot, SnapshotOptions };

export interface Engine {
  snapshot(uri: string, text: string, options?: SnapshotOptions): Snapshot;
  /** Forget what is known of a file that changed on disk; all files without an argument. */
  forget(uri?: string): void;
  /** Let go of what was read of a file that is not in view any more. It is read again should somebody ask for it. */
  release(uri: string): void;
}

export function createEngine(options: EngineOptions = {}): Engine {
  const host = options.host ?? NO_HOST;
  const files = new Map<string, SourceFile>();
  const folders = new Map<string, FolderLook>();
  /** At which version of the host each folder was looked into last. */
  const lookedAt = new Map<string, number | undefined>();
  /** The last tree of each file: the same text is not parsed twice, by name and for a neighbour. */
  const trees = new Map<string, Tree>();
  let known: Known = { files: new Map(), before: new Map() };
  const lookup: Lookup = {
    read: (uri) => host.read(uri),
    list: (folder) => host.list(folder),
    version: host.version && (() => host.version?.() ?? 0),
    previous: host.previous && ((uri, runBy) => host.previous?.(uri, runBy)),
    file(uri) {
      const text = host.read(uri);
      if (text === undefined) return undefined;
      const kept = files.get(uri);
      if (kept?.text === text) return kept;
      const file = parseFile(uri, text, { bounded: !options.oneShot }, trees.get(uri));
      trees.set(uri, file.tree);
      files.set(uri, file);
      return file;
    },
    folder(folder) {
      const last = folders.get(folder);
      const version = host.version?.();
      if (last && version !== undefined && lookedAt.get(folder) === version) return last.view;
      const look = lookInto(folder, lookup, last);
      folders.set(folder, look);
      lookedAt.set(folder, version);
      return look.view;
    },
  };
  return {
    snapshot(uri, text, how = {}) {
      const around = { ...options, lookup, known };
      const { made, hinted, view } = makeSnapshot(uri, text, how, around, how.last?.tree ?? trees.get(uri));
      trees.set(uri, made.tree);
      // Those around it see it as it sees itself, but for what only it was told.
      if (!hinted && files.get(uri)?.text !== text) {
        files.set(uri, made.file);
        keepBound(made, view, known);
      }
      // What has just become a task definition is not in the view of its folder yet.
      const holdsTaskDefinition = made.definitions.some((d) => d.kind === 'task-definition');
      if (holdsTaskDefinition && !folders.get(folderOf(uri))?.files.get(uri)?.matters) folders.delete(folderOf(uri));
      return made;
    },
    release(uri) {
      files.delete(uri);
      trees.delete(uri);
      known.files.delete(uri);
      known.before.delete(uri);
    },
    forget(uri) {
      known = { files: new Map(), before: new Map() };
      if (uri === undefined) {
        files.clear();
        folders.clear();
        trees.clear();
      } else {
        files.delete(uri);
        trees.delete(uri);
        folders.delete(folderOf(uri));
      }
    },
  };
}

function makeSnapshot(
  uri: string,
  text: string,
  how: SnapshotOptions,
  around: Surroundings,
  tree: Tree | undefined,
): { made: Snapshot; hinted: boolean; view: FolderView } {
  const settings = around.settings?.(uri) ?? DEFAULT_SETTINGS;
  const profile = how.profile ?? settings.profile;
  const view = around.lookup.folder(folderOf(uri));
  const ecspresso = ecspressoFor(uri, { folder: () => view }).length > 0;
  const hinted = profile !== undefined || ecspresso || how.expected !== undefined;
  const known = around.oneShot && !hinted ? knownFile(uri, text, around) : undefined;
  const file =
    known?.file ?? parseFile(uri, text, { profile, ecspresso, expected: how.expected, bounded: !around.oneShot }, tree);
  const definitions =
    known?.definitions ?? file.definitions.map((found) => makeDefinition(found, file, settings, around.lookup));
  const suppressions = definitions.length > 0 ? suppressionsIn(file.tree) : [];
  const { last, ...rest } = how;
  const taken = { ...rest, ...keptOf(last) };
  const all = once(() => findAll({ uri, file, settings, definitions, suppressions }, taken, around));
  const made = {
    uri,
    text,
    tree: file.tree,
    file,
    settings,
    definitions,
    suppressions,
    findings: () => all().own,
    elsewhere: () => all().elsewhere,
  };
  return { made, hinted, view };
}

/**
 * Of the last snapshot only its definitions are kept, or each would hold on to all before it; and those of a lone
 * document, which is read anew, without what was read.
 */
function keptOf(last: Snapshot | undefined): Pick<Taken, 'before' | 'was'> {
  if (!last) return { before: [], was: [] };
  const { definitions } = last;
  return last.tree.docs.length > 1
    ? { before: definitions, was: definitions }
    : { before: [], was: definitions.map(withoutFacts) };
}
