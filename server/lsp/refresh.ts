import type { Context } from './context';
import { pause } from './pause';

/**
 * Tells a pulling client that answers about other documents changed: at once after settings and files on disk did, and
 * once typing pauses when an edit of one document changed what is wrong with another.
 */
export interface Refresh {
  now(): void;
  /** A document was edited or closed; the others are compared when there is time. */
  compareSoon(edited: string): void;
  stop(): void;
}

/** Milliseconds of peace before other documents are looked at. */
const PAUSE = 300;

export function createRefresh(context: Context): Refresh {
  const { client, wire, documents, diagnostics, changes } = context;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function send(): void {
    const failed = (error: unknown) => context.onBug('refresh', error);
    if (client.refreshesDiagnostics) wire.sendRequest('workspace/diagnostic/refresh').catch(failed);
    if (client.refreshesLenses) wire.sendRequest('workspace/codeLens/refresh').catch(failed);
    if (client.refreshesHints) wire.sendRequest('workspace/inlayHint/refresh').catch(failed);
  }

  async function differs(uri: string): Promise<boolean> {
    const told = diagnostics.told(uri);
    if (told === undefined) return false;
    const snapshot = await context.snapshot(documents.spelling(uri));
    return diagnostics.report(uri, snapshot, true).resultId !== told;
  }

  /** Reports on show follow the file. */
  function refreshReports(): void {
    for (const uri of context.reports) {
      wire
        .sendRequest('workspace/textDocumentContent/refresh', { uri })
        .catch((error: unknown) => context.onBug('refresh', error));
    }
  }

  async function compare(edited: string): Promise<void> {
    refreshReports();
    // Files that are not open may run what was edited, and what was closed is one of them.
    changes.happened();
    if (!client.refreshesDiagnostics) return;
    for (const uri of context.world.relatives(edited)) {
      if (await differs(uri)) return send();
      await pause(0);
    }
  }

  return {
    now: send,
    compareSoon(edited) {
      clearTimeout(waiting);
      waiting = setTimeout(
        () => void compare(edited).catch((error: unknown) => context.onBug('refresh', error)),
        PAUSE,
      );
    },
    stop: () => clearTimeout(waiting),
  };
}
