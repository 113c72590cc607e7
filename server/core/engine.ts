import type { Service, TaskDefinition } from '../../schemas/runtime';
import type { Found } from './again';
import { findAll, type Taken } from './analyse';
import { makeDefinition } from './definition';
import type { Finding } from './finding';
import { type Companion, ecspressoFor, type Lookup } from './model/companion';
import type { Fact } from './model/fact';
import { type FolderLook, lookInto } from './model/folder-view';
import { folderOf, type Host, NO_HOST } from './model/host';
import type { Profile } from './model/profile';
import type { Recognised, RecogniseHints } from './model/recognise';
import { parseFile, type SourceFile } from './model/source-file';
import type { Traits } from './model/traits';
import { once } from './once';
import { type Rested, withoutFacts } from './rules/memory';
import type { PlacedFinding } from './rules/run';
import { type Suppression, suppressionsIn } from './rules/suppress';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { type Known, keepBound, knownFile, type Surroundings } from './surroundings';
import type { Doc, Plain, Tree } from './syntax';

/** What the engine may ask of its shell. All of it is optional: without it, single files are checked with the defaults. */
export interface EngineOptions {
  host?: Host;
  settings?: (uri: string) => Settings;
  /** URIs of the files in view that may hold services: open documents, the workspace, the arguments of a command. */
  workspace?: () => readonly string[];
  onBug?: (what: string, error: unknown) => void;
  /** Documents do not change while we look, as in a command: nothing is remembered for their next version. */
  oneShot?: boolean;
}

/** One service or task definition in a document, with everything that is known of it. */
export interface Definition {
  kind: Recognised['kind'];
  profile: Profile;
  because: string;
  docIndex: number;
  /** The document of the file that holds it. */
  doc: Doc;
  /** Path of its map in the document: [], ['service'], ['services', 0]. */
  pointer: readonly (string | number)[];
  /** Pointer prefix of its members in the document, with the document index in front in a multi-document file. */
  prefix: string;
  /** For `kind` service; an absent fact otherwise. */
  service: Fact<Service>;
  /** For `kind` task-definition. */
  taskDefinition: Fact<TaskDefinition> | undefined;
  root: Fact;
  /** The task definition that the service runs, if a file for it was found. */
  companion(): Companion | undefined;
  traits(): Traits;
  /** What is kept with it until its next version, by those who work it out. */
  notes: Notes;
  /** What the settings say of the simulation, and how the files that they name are read. */
  simulator: { settings: Readonly<Record<string, Plain>>; read(path: string): string | undefined };
}

export interface Notes {
  /** Which rules found nothing (rules/memory.ts). */
  rested?: Rested;
  /** What was found, and what that hangs on (again.ts). */
  found?: Found;
  /** What it may share with other services (meeting.ts). */
  words?: readonly string[];
}

/** One version of one document. Everything but the tree is worked out when first asked for, and kept. */
export interface Snapshot {
  uri: string;
  text: string;
  tree: Tree;
  file: SourceFile;
  settings: Settings;
  definitions: readonly Definition[];
  suppressions: readonly Suppression[];
  /** Findings in this document. */
  findings(): readonly Finding[];
  /** Findings in the task definition that a service of this document runs, by the file they stand in. */
  elsewhere(): readonly PlacedFinding[];
}

export interface SnapshotOptions {
  /** The kind of definition that a person said this is, e.g. by naming the file on the command line. */
  expected?: RecogniseHints['expected'];
  profile?: Profile;
  /** The last snapshot of the same document, for reuse of unchanged parts. */
  last?: Snapshot;
}

export interface Engine {
  snapshot(uri: string, text: string, options?: SnapshotOptions): Snapshot;
  /** Forget what is known of a file that changed on disk; all files without an argument. */
  forget(uri?: string): void;
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
      const file = parseFile(uri, text, {}, trees.get(uri));
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
      const { made, hinted } = makeSnapshot(uri, text, how, around, how.last?.tree ?? trees.get(uri));
      trees.set(uri, made.tree);
      // Those around it see it as it sees itself, but for what only it was told.
      if (!hinted && files.get(uri)?.text !== text) {
        files.set(uri, made.file);
        keepBound(made, around);
      }
      // What has just become a task definition is not in the view of its folder yet.
      const holdsTaskDefinition = made.definitions.some((d) => d.kind === 'task-definition');
      if (holdsTaskDefinition && !folders.get(folderOf(uri))?.files.get(uri)?.matters) folders.delete(folderOf(uri));
      return made;
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
): { made: Snapshot; hinted: boolean } {
  const settings = around.settings?.(uri) ?? DEFAULT_SETTINGS;
  const profile = how.profile ?? settings.profile;
  const ecspresso = ecspressoFor(uri, around.lookup).length > 0;
  const hinted = profile !== undefined || ecspresso || how.expected !== undefined;
  const known = around.oneShot && !hinted ? knownFile(uri, text, around) : undefined;
  const file = known?.file ?? parseFile(uri, text, { profile, ecspresso, expected: how.expected }, tree);
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
  return { made, hinted };
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
