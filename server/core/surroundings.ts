import { makeDefinition } from './definition';
import type { Definition, EngineOptions } from './engine';
import { groupByWord, type ServicesByWord } from './meeting';
import type { Lookup } from './model/companion';
import type { FolderView } from './model/folder-view';
import { folderOf } from './model/host';
import type { Profile } from './model/profile';
import type { SourceFile } from './model/source-file';
import { once } from './once';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** What an engine knows of the files around the one it looks at. */
export type Surroundings = EngineOptions & { lookup: Lookup; known: Known };

/** Kept from one document to the next, while everything it was made from is the same. */
export interface Known {
  /** The previous versions of files, as they were last asked for. */
  before: Map<string, { profile: Profile; file: SourceFile }>;
  files: WeakMap<SourceFile, { settings: Settings; view: FolderView; placed: readonly Placed[] }>;
  /** All services of the workspace, for hosts that can say that nothing has changed. */
  services?: Services & { version: number; uris: readonly string[] };
}

interface Services {
  all: readonly Placed[];
  /** By what they may share with others (`meets` of the rules). */
  byWord(): ServicesByWord;
}

export interface Placed {
  definition: Definition;
  file: SourceFile;
}

/** The services of other documents in view, by what they may share with those of this one. */
export function othersByWord(uri: string, around: Surroundings): ServicesByWord {
  return servicesIn(around, uri).byWord();
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
 * is edited it is the only one that changes, and left out; in a command all documents are asked about in turn.
 */
function servicesIn(around: Surroundings, edited: string): Services {
  const { known, lookup } = around;
  const inView = around.workspace?.() ?? [];
  const uris = around.oneShot ? inView : inView.filter((uri) => uri !== edited);
  const version = lookup.version?.();
  const kept = known.services;
  if (version !== undefined && kept?.version === version && sameUris(kept.uris, uris)) return kept;
  const all = uris
    .flatMap((uri) => definitionsIn(uri, around))
    .filter(({ definition }) => definition.kind === 'service');
  const services = {
    all,
    byWord: once(() => groupByWord(all.map(({ definition, file }) => ({ definition, uri: file.uri })))),
  };
  if (version !== undefined) known.services = { ...services, version, uris };
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

function definitionsIn(uri: string, around: Surroundings): readonly Placed[] {
  const { lookup, known } = around;
  const file = lookup.file(uri);
  if (!file || file.definitions.length === 0) return [];
  const settings = around.settings?.(uri) ?? DEFAULT_SETTINGS;
  const view = lookup.folder(folderOf(uri));
  const kept = known.files.get(file);
  const current =
    kept?.settings === settings &&
    kept.view === view &&
    kept.placed.every((p) => companionStands(p.definition, lookup));
  if (current) return kept.placed;
  const placed = file.definitions.map((d) => ({ file, definition: makeDefinition(d, file, settings, lookup) }));
  known.files.set(file, { settings, view, placed });
  return placed;
}

function companionStands(definition: Definition, lookup: Lookup): boolean {
  const companion = definition.companion();
  return companion === undefined || lookup.file(companion.uri) === companion.file;
}
