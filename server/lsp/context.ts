import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/engine';
import type { Features } from '../core/ide/types';
import type { Changes } from './changes';
import type { ClientFacts } from './client-facts';
import type { Diagnostics } from './diagnostics';
import type { Documents } from './documents';
import type { Folders } from './folders';
import type { Target } from './from-core';
import type { Log } from './guard';
import type { Platform } from './platform';
import type { PreviousVersions } from './previous';
import type { WorkspaceScan } from './scan';
import type { SettingsStore } from './settings';
import type { Wire } from './wire';
import type { World } from './world';

/** What handlers work with: one for each connection, made when the client has introduced itself. */
export interface Context {
  wire: Wire;
  client: ClientFacts;
  platform: Platform;
  folders: Folders;
  documents: Documents;
  settings: SettingsStore;
  world: World;
  previous: PreviousVersions;
  target: Target;
  diagnostics: Diagnostics;
  scan: WorkspaceScan;
  changes: Changes;
  log: Log;
  onBug(what: string, error: unknown): void;
  /** The editor features, loaded with the first request that wants one. */
  features(): Promise<Features>;
  /** The document's present snapshot, with its settings; undefined when it is not open or holds nothing of ours. */
  snapshot(clientUri: string): Promise<Snapshot | undefined>;
  /** The same for a file that need not be open. */
  snapshotOf(clientUri: string): Promise<Snapshot | undefined>;
  /** Reports on rollouts that the client has on show, by their URIs. */
  reports: Set<string>;
}

/** One request: made with the context, called with the client's parameters. */
export type Handler<P, R> = (context: Context) => (params: P, token: CancellationToken) => R | Promise<R>;
