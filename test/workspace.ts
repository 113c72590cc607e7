import { createEngine, type Engine, type Snapshot, type SnapshotOptions } from '../server/core/engine';
import type { Host } from '../server/core/model/host';
import { DEFAULT_SETTINGS, type Settings } from '../server/core/settings';

/** A workspace in memory: files by name under `file:///w/`. */
export interface Workspace {
  engine: Engine;
  host: Host;
  bugs: { what: string; error: unknown }[];
  uri(name: string): string;
  open(name: string, options?: SnapshotOptions): Snapshot;
}

export function makeWorkspace(
  files: Readonly<Record<string, string>>,
  settings: Settings = DEFAULT_SETTINGS,
  /** What files were before, by name. */
  previous: Readonly<Record<string, string | undefined>> = {},
): Workspace {
  const uri = (name: string) => `file:///w/${name}`;
  const byUri = new Map(Object.entries(files).map(([name, text]) => [uri(name), text]));
  const bugs: Workspace['bugs'] = [];
  const host: Host = {
    read: (u) => byUri.get(u),
    previous: (u) => previous[u.slice('file:///w/'.length)],
    list: (folder) => [...byUri.keys()].filter((u) => u.slice(0, u.lastIndexOf('/')) === folder),
  };
  const engine = createEngine({
    host,
    settings: () => settings,
    workspace: () => [...byUri.keys()],
    onBug: (what, error) => bugs.push({ what, error }),
  });
  return {
    engine,
    host,
    bugs,
    uri,
    open: (name, options) => engine.snapshot(uri(name), byUri.get(uri(name)) ?? '', options),
  };
}
