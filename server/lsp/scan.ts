import type { CancellationToken } from 'vscode-languageserver';
import { mayHoldDefinitions } from '../core/model/markers';
import { parseFile } from '../core/model/source-file';
import type { Folders } from './folders';
import type { Log } from './guard';
import { pause } from './pause';
import type { Platform } from './platform';
import type { SettingsStore } from './settings';
import type { World } from './world';

/** The search for definitions in files that are not open. Keeps their names alone; trees are made again when asked for. */
export interface WorkspaceScan {
  /** Searches once; later calls wait for the same search. A cancelled search starts anew with the next call. */
  done(token: CancellationToken): Promise<void>;
  /** A file changed on disk: it is looked at again before the next answer. */
  again(uri: string): void;
  /** Folders came or went: search anew when next asked. */
  restart(): void;
}

export interface ScanOptions {
  folders: Folders;
  platform: Platform;
  settings: SettingsStore;
  world: World;
  log: Log;
}

/** Beyond this a workspace is no place to search; the log says so. */
const MOST_FILES = 20_000;
/** Other requests get a turn after this many milliseconds. */
const SLICE = 15;

export function createScan({ folders, platform, settings, world, log }: ScanOptions): WorkspaceScan {
  let running: Promise<void> | undefined;
  const changed = new Set<string>();

  function isOurs(uri: string): boolean {
    const { expected, excluded } = settings.of(uri);
    const text = excluded ? undefined : platform.peek(uri);
    if (text === undefined || !(expected || mayHoldDefinitions(text))) return false;
    return parseFile(uri, text, { expected: expected ? 'service' : undefined, bounded: true }).definitions.length > 0;
  }

  function look(uri: string): void {
    if (isOurs(uri)) world.known.add(uri);
    else world.known.delete(uri);
  }

  function lookAtChanged(): void {
    for (const uri of changed) look(uri);
    changed.clear();
  }

  async function search(token: CancellationToken): Promise<void> {
    const start = platform.now();
    let turn = start;
    let seen = 0;
    for (const folder of folders.all()) {
      await settings.ready(`${folder}/`);
      for (const uri of platform.walk(folder)) {
        if (uri !== undefined) look(uri);
        if (uri !== undefined && ++seen >= MOST_FILES) return tooMany(log);
        if (platform.now() - turn < SLICE) continue;
        await pause(0);
        if (token.isCancellationRequested) throw new Interrupted();
        turn = platform.now();
      }
    }
    log.timing(`search of ${seen} files`, platform.now() - start);
  }

  return {
    async done(token) {
      running ??= search(token).then(() => world.touch());
      try {
        await running;
      } catch (error) {
        running = undefined;
        if (!(error instanceof Interrupted)) throw error;
      }
      lookAtChanged();
    },
    again: (uri) => changed.add(uri),
    restart() {
      running = undefined;
      world.known.clear();
    },
  };
}

function tooMany(log: Log): void {
  log.error(
    `ECS Preflight looked at ${MOST_FILES} files of the workspace and leaves the rest: open a smaller folder, or name folders to leave out under "exclude".`,
  );
}

class Interrupted extends Error {}
