import type { Documents } from './documents';
import type { Wire } from './wire';

/** `{uri}` → the text of the last committed version, or null. Sent to clients that say that they answer it. */
export const PREVIOUS_VERSION = 'ecsPreflight/previousVersion';
/** From the client: there was a commit, or another branch is checked out. */
export const PREVIOUS_CHANGED = 'ecsPreflight/previousVersionsChanged';

/** What files were before, for what an update would do. The server runs no git: the editor knows. */
export interface PreviousVersions {
  /** Undefined until the client has answered, and for what it does not know. */
  of(uri: string, runBy?: string): string | undefined;
  /** Called when the answers are not what they were. */
  onNews(listener: () => void): void;
}

export interface PreviousOptions {
  wire: Wire;
  documents: Documents;
  /** Whether the client answers at all. */
  answered: boolean;
  onBug(what: string, error: unknown): void;
}

/** Asks once for each open service file, and for the task definition that it runs. */
export function createPreviousVersions(options: PreviousOptions): PreviousVersions {
  const { wire, documents, answered, onBug } = options;
  const known = new Map<string, string | undefined>();
  let news = () => {};

  async function ask(uri: string): Promise<void> {
    const text = await wire.sendRequest(PREVIOUS_VERSION, { uri: documents.spelling(uri) });
    if (typeof text !== 'string' || !known.has(uri)) return;
    known.set(uri, text);
    news();
  }

  if (answered) {
    wire.onNotification(PREVIOUS_CHANGED, () => {
      known.clear();
      news();
    });
  }
  return {
    of(uri, runBy) {
      if (known.has(uri)) return known.get(uri);
      if (!answered || !documents.get(runBy ?? uri)) return undefined;
      known.set(uri, undefined);
      ask(uri).catch((error: unknown) => onBug(PREVIOUS_VERSION, error));
      return undefined;
    },
    onNews(listener) {
      news = listener;
    },
  };
}
