import type { InitializeParams } from 'vscode-languageserver';
import type { Snapshot } from '../core/engine';
import type { Features } from '../core/ide/types';
import { ruleById } from '../core/rules';
import { createChanges } from './changes';
import { clientFacts } from './client-facts';
import { rulePageUri } from './content-uris';
import type { Context } from './context';
import { createDiagnostics } from './diagnostics';
import type { Documents } from './documents';
import { createFolders } from './folders';
import type { Target } from './from-core';
import { type Log, reportOnce } from './guard';
import type { Platform } from './platform';
import { createPreviousVersions } from './previous';
import { createScan } from './scan';
import { createSettings, SECTION } from './settings';
import { toCoreUri } from './uri';
import { traceTo, type Wire } from './wire';
import { createWorld } from './world';

export interface Parts {
  wire: Wire;
  documents: Documents;
  platform: Platform;
  features: () => Promise<Features>;
}

/** Puts the parts together for a client that has introduced itself. */
export function createContext(params: InitializeParams, { wire, documents, platform, features }: Parts): Context {
  const client = clientFacts(params);
  const folders = createFolders(params);
  const trace = traceTo(wire, params.trace);
  const log: Log = {
    error: (message) => wire.say('error', message),
    timing(what, milliseconds) {
      const line = `${what}: ${milliseconds.toFixed(1)} ms`;
      if (settings.trace() !== 'off') wire.say('log', line);
      else trace(line);
    },
  };
  const onBug = reportOnce(log);
  const ask = async (scopeUri: string | undefined) => {
    const answer = await wire.sendRequest('workspace/configuration', { items: [{ scopeUri, section: SECTION }] });
    return Array.isArray(answer) ? answer[0] : undefined;
  };
  const settings = createSettings({ client, folders, platform, ask, onBug });
  const watched = (uri: string) => client.registersWatchers && folders.around(uri) !== undefined;
  const answered = client.options.previousVersions === true;
  const previous = createPreviousVersions({ wire, documents, answered, onBug });
  const world = createWorld({ documents, platform, settings: settings.of, watched, previous: previous.of, onBug });
  const target: Target = {
    client,
    lines: (uri) => world.snapshot(uri)?.tree,
    uri: documents.spelling,
    rulePage: (rule) => (client.contentRequests ? rulePageUri.of(rule) : ruleById(rule)?.docs.links[0]),
  };
  const ours = async (clientUri: string, look: (uri: string) => Snapshot | undefined) => {
    const uri = toCoreUri(clientUri);
    await settings.ready(uri);
    const snapshot = look(uri);
    return snapshot && snapshot.definitions.length > 0 ? snapshot : undefined;
  };
  return {
    wire,
    client,
    platform,
    folders,
    documents,
    settings,
    world,
    previous,
    target,
    diagnostics: createDiagnostics(client, target, settings.problems),
    scan: createScan({ folders, platform, settings, world, log }),
    changes: createChanges(),
    log,
    onBug,
    features,
    snapshot: (clientUri) => ours(clientUri, world.open),
    snapshotOf: (clientUri) => ours(clientUri, world.snapshot),
    reports: new Set(),
  };
}
