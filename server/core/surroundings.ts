import { type Definition, makeDefinition } from './definition';
import { groupByWord, type ServicesByWord } from './meeting';
import type { Lookup } from './model/companion';
import type { FolderView } from './model/folder-view';
import { folderOf, type Host } from './model/host';
import type { Profile } from './model/profile';
import type { SourceFile } from './model/source-file';
import { once } from './once';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import type { Snapshot } from './snapshot';

/** What the engine may ask of its shell. All of it is optional: without it, single files are checked with the defaults. */
export interface EngineOptions {
  host?: Host;
  settings?: (uri: string) => Settings;
  /** URIs of the files in view that may hold services: open documents, the workspace, the arguments of a command. */
  workspace?: () => readonly string[];
  onBug?: (what: string, error: unknown) => void;
  /** Documents do not change while we look, as in a command: nothing is remembered for their next version, and all is read, however large. */
  oneShot?: boolean;
}

/** What an engine knows of the files around the one it looks at. */
export type Surroundings = EngineOptions & { lookup: Lookup; known: Known };

/** Kept from one document to the next, while everything it was made from is the same. */
export interface Known {
  /** The previous versions of files, as they were last asked for. */
  before: Map<string, { profile: Profile; file: SourceFile }>;
  files: Map<string, Bound>;
  /** All services of the workspace, for hosts that can say that nothing has changed. */
  services?: Services;
}

/** The definitions of a file, bound, and what that hangs on. */
export interface Bound {
  file: SourceFile;
  settings: Settings;
  folder: string;
  view: FolderView;
  definitions: readonly Definition[];
  placed(): readonly Placed[];
}

interface Services {
  version: number | undefined;
  uris: readonly string[];
  /** The document that is left out, as it is edited and nobody asks about another. */
  without: string | undefined;
  all: readonly Placed[];
  /** By what they may share with others (`meets` of the rules). */
  byWord(): ServicesByWord;
}

export interface Placed {
  definition: Definition;
  file: SourceFile;
}

/**
 * The services of other documents in view that share something with those of this one, by what that is. `own` is asked
 * only when there are others.
 */
export function othersByWord(uri: string, own: () => ServicesByWord, around: Surroundings): ServicesByWord {
  const services = servicesIn(around, uri);
  if (services.all.every(({ file }) => file.uri === uri)) return NOBODY;
  // Of a document that is edited a look at all the others is enough; to group them would be lost with the next version.
  return services.without === undefined ? services.byWord() : groupByWord(metIn(services.all), own());
}

const NOBODY: ServicesByWord = new Map();

function* metIn(all: readonly Placed[]): Generator<{ uri: string; definition: Definition }> {
  for (const { definition, file } of all) yield { definition, uri: file.uri };
}

/** The services, in view or beside it, that run the task definition in a file. */
export function servicesRunning(uri: string, around: Surroundings): Placed[] {
  const inView = new Set(around.workspace?.());
  const beside = around.lookup.list(folderOf(uri)).filter((other) => !inView.has(other));
  const all = [...beside.flatMap((other) => definitionsIn(other, around)), ...servicesIn(around, uri).all];
  return all.filter(
    ({ definition, file }) => file.uri !== uri && definition.kind === 'service' && definition.companion()?.uri === uri,
  );
}

/**
 * All services of the workspace. A host that counts its changes spares us the question after each file. While a document
 * is edited it is the only one that changes and that is asked about, and left out; in a command, and when another one is
 * asked about with nothing changed, all documents are asked about in turn.
 */
function servicesIn(around: Surroundings, edited: string): Services {
  const { known, lookup } = around;
  const inView = around.workspace?.() ?? [];
  const version = lookup.version?.();
  const kept = version !== undefined && known.services?.version === version ? known.services : undefined;
  const same = kept && sameUris(kept.uris, inView) ? kept : undefined;
  if (same && (same.without === undefined || same.without === edited)) return same;
  const without = around.oneShot || same ? undefined : edited;
  const views = new Map<string, FolderView>();
  const all: Placed[] = [];
  for (const uri of inView) {
    if (uri === without) continue;
    for (const placed of definitionsIn(uri, around, views)) if (placed.definition.kind === 'service') all.push(placed);
  }
  const services = { version, uris: inView, without, all, byWord: once(() => groupByWord(metIn(all))) };
  if (version !== undefined) known.services = services;
  return services;
}

function sameUris(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((uri, i) => uri === b[i]));
}

/** A file as the services around it see it: what was bound for them need not be bound again for itself. */
export function knownFile(
  uri: string,
  text: string,
  around: Surroundings,
): { file: SourceFile; definitions: Definition[] } | undefined {
  const file = around.lookup.file(uri);
  if (file?.text !== text) return undefined;
  return { file, definitions: definitionsIn(uri, around).map((placed) => placed.definition) };
}

/** `views`: the folders that were looked into for the same question. */
function definitionsIn(uri: string, around: Surroundings, views = new Map<string, FolderView>()): readonly Placed[] {
  const { lookup, known } = around;
  const file = lookup.file(uri);
  if (!file || file.definitions.length === 0) return [];
  const settings = around.settings?.(uri) ?? DEFAULT_SETTINGS;
  const kept = known.files.get(uri);
  const folder = kept?.folder ?? folderOf(uri);
  let view = views.get(folder);
  if (!view) views.set(folder, (view = lookup.folder(folder)));
  const current =
    kept?.file === file &&
    kept.settings === settings &&
    kept.view === view &&
    kept.definitions.every((definition) => companionStands(definition, lookup));
  if (current) return kept.placed();
  const definitions = file.definitions.map((d) => makeDefinition(d, file, settings, lookup));
  return keep({ file, settings, folder, view, definitions }, known).placed();
}

/** What was bound for a document itself need not be bound again for those around it. */
export function keepBound(made: Snapshot, view: FolderView, known: Known): void {
  const { uri, file, settings, definitions } = made;
  keep({ file, settings, folder: folderOf(uri), view, definitions }, known);
}

function keep(from: Omit<Bound, 'placed'>, { files }: Known): Bound {
  const { file, definitions } = from;
  const bound = { ...from, placed: once(() => definitions.map((definition) => ({ file, definition }))) };
  files.set(file.uri, bound);
  return bound;
}

function companionStands(definition: Definition, lookup: Lookup): boolean {
  const companion = definition.companion();
  return companion === undefined || lookup.file(companion.uri) === companion.file;
}
