import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Context } from './context';

/** Publishing for clients that do not pull: at once on opening, after a pause in typing later. */
export interface Push {
  now(uri: string): void;
  soon(uri: string): void;
  /** The document was closed. */
  clear(uri: string): void;
  /** The documents around an edited one. */
  relatives(uri: string): void;
  /** All open documents, after settings or the disk changed. */
  all(): void;
  stop(): void;
}

/** Milliseconds without a keystroke. Long enough not to underline half a word, short enough not to be noticed. */
const PAUSE = 150;

export function createPush(context: Context): Push {
  const { wire, documents, diagnostics } = context;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const sent = new Map<string, { spelling: string; state: string }>();

  const send = (params: PublishDiagnosticsParams) => wire.sendNotification('textDocument/publishDiagnostics', params);

  async function publish(uri: string): Promise<void> {
    waiting.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    const snapshot = await context.snapshot(document.uri);
    // Files that are not ours hear nothing; ours get their list even when it is empty, as the answer it is.
    if (!snapshot && !sent.has(uri) && !context.platform.isConfiguration(uri)) return;
    const { items, resultId } = diagnostics.report(uri, snapshot, true);
    const state = `${resultId} ${document.version}`;
    if (sent.get(uri)?.state === state) return;
    sent.set(uri, { spelling: document.uri, state });
    await send({ uri: document.uri, version: document.version, diagnostics: items });
  }

  function schedule(uri: string, delay: number): void {
    clearTimeout(waiting.get(uri));
    const run = () => void publish(uri).catch((error: unknown) => context.onBug('publishDiagnostics', error));
    waiting.set(uri, setTimeout(run, delay));
  }

  const later = (uris: Iterable<string>) => {
    for (const uri of uris) if (!waiting.has(uri)) schedule(uri, PAUSE);
  };

  return {
    now: (uri) => schedule(uri, 0),
    soon: (uri) => schedule(uri, PAUSE),
    clear(uri) {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      const last = sent.get(uri);
      sent.delete(uri);
      if (last) void send({ uri: last.spelling, diagnostics: [] });
    },
    relatives: (uri) => later(context.world.relatives(uri)),
    all: () => later(documents.uris()),
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
