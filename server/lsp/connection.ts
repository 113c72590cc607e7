import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type {
  DidChangeConfigurationParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import type { Features } from '../core/ide/types';
import { capabilitiesFor } from './capabilities';
import type { Context } from './context';
import { createContext } from './create-context';
import { listenToDocuments } from './documents';
import { guarded } from './guard';
import { bindMethods, METHODS } from './methods';
import type { Platform } from './platform';
import { createPush } from './push';
import { createRefresh } from './refresh';
import { SECTION } from './settings';
import { toCoreUri } from './uri';
import { live, type Wire } from './wire';

export interface ServeOptions {
  platform: Platform;
  features: () => Promise<Features>;
  version: string;
}

export interface Serving {
  /** Whether a document of ours was checked yet. */
  hasChecked(): boolean;
}

/** Wires a connection to the core and listens. Nothing is worked out before a document of ours is asked about. */
export function serve(wire: Wire, { platform, features, version }: ServeOptions): Serving {
  const documents = listenToDocuments(wire);
  let context: Context | undefined;
  let end: (() => void) | undefined;
  const answers = new Map<string, ReturnType<typeof guarded<unknown, unknown>>>();

  const begin = (params: InitializeParams): InitializeResult => {
    context = createContext(params, { wire, documents, platform, features });
    for (const { name, empty, answer } of bindMethods(context)) {
      answers.set(
        name,
        guarded(name, empty as (params: unknown) => unknown, answer, {
          log: context.log,
          now: platform.now,
          onBug: context.onBug,
        }),
      );
    }
    end = keepUpToDate(context);
    return { capabilities: capabilitiesFor(context.client), serverInfo: { name: 'ecs-preflight', version } };
  };
  live(wire, platform, { begin, end: () => end?.() });

  for (const { name } of METHODS) {
    wire.onRequest(name, (params: unknown, token) => {
      const answer = answers.get(name);
      return answer
        ? answer(params, token)
        : new ResponseError(ErrorCodes.ServerNotInitialized, 'Send initialize first.');
    });
  }
  wire.listen();
  return { hasChecked: () => context?.diagnostics.hasReported() ?? false };
}

/** What happens when something changes: each kind of change in one place. Returns what ends it. */
function keepUpToDate(context: Context): () => void {
  const { wire, client, documents, folders, settings, scan, world, changes, platform } = context;
  const push = createPush(context);
  const refresh = createRefresh(context);
  const othersChanged = () => {
    changes.happened();
    if (client.pullsDiagnostics) refresh.now();
    else push.all();
  };
  const everythingChanged = () => {
    world.invalidate();
    othersChanged();
  };

  documents.onChange((uri, { version }) => {
    void settings.ready(uri);
    if (client.pullsDiagnostics) return refresh.compareSoon(uri);
    if (version === 1 || context.diagnostics.told(uri) === undefined) push.now(uri);
    else push.soon(uri);
    push.relatives(uri);
  });
  documents.onClose((uri) => {
    context.diagnostics.forget(uri);
    // Not at once: the client still waits for what it asked about the document, and would drop what is said of the file.
    if (client.pullsDiagnostics) return refresh.compareSoon(uri);
    push.clear(uri);
    push.relatives(uri);
  });
  wire.onNotification('workspace/didChangeConfiguration', ({ settings: pushed }: DidChangeConfigurationParams) => {
    settings.change(pushed);
    everythingChanged();
  });
  wire.onNotification('workspace/didChangeWatchedFiles', ({ changes: files }: DidChangeWatchedFilesParams) => {
    const uris = files.map(({ uri }) => toCoreUri(uri));
    for (const uri of uris) scan.again(uri);
    if (uris.some(platform.isConfiguration)) {
      settings.forget();
      everythingChanged();
    } else if (uris.map(world.changed).includes(true)) othersChanged();
  });
  wire.onNotification('workspace/didChangeWorkspaceFolders', ({ event }: DidChangeWorkspaceFoldersParams) => {
    folders.change(event);
    scan.restart();
    everythingChanged();
  });
  context.previous.onNews(() => {
    world.touch();
    othersChanged();
  });
  wire.onNotification('initialized', () => void register(context));
  return () => {
    push.stop();
    refresh.stop();
    changes.stop();
  };
}

/** Asks for what can only be asked for after the start. A client that refuses is served without. */
async function register({ wire, client, onBug }: Context): Promise<void> {
  const ask = (method: string, registerOptions: object) =>
    wire.sendRequest('client/registerCapability', { registrations: [{ id: method, method, registerOptions }] });
  try {
    if (client.registersConfiguration) await ask('workspace/didChangeConfiguration', { section: SECTION });
    if (client.registersWatchers) {
      await ask('workspace/didChangeWatchedFiles', { watchers: [{ globPattern: WATCHED }] });
    }
  } catch (error) {
    onBug('client/registerCapability', error);
  }
}

/** Definitions, task definitions, ecspresso and our own configuration. */
const WATCHED = '**/*.{json,jsonc,yaml,yml}';
