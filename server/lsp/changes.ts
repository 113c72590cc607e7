import type { CancellationToken } from 'vscode-languageserver';

/** Lets requests wait for the next change in the world. */
export interface Changes {
  /** How many there were; what is worked out over several turns looks here whether it is up to date at the end. */
  readonly count: number;
  /** Resolves with true at the next change, with false when the request is cancelled or the server stops. */
  next(token: CancellationToken): Promise<boolean>;
  happened(): void;
  stop(): void;
}

export function createChanges(): Changes {
  const waiting = new Set<(changed: boolean) => void>();
  let stopped = false;
  let count = 0;
  const wake = (changed: boolean) => {
    for (const resolve of [...waiting]) resolve(changed);
  };
  return {
    get count() {
      return count;
    },
    next(token) {
      if (stopped || token.isCancellationRequested) return Promise.resolve(false);
      return new Promise((resolve) => {
        const finish = (changed: boolean) => {
          waiting.delete(finish);
          cancelled.dispose();
          resolve(changed);
        };
        const cancelled = token.onCancellationRequested(() => finish(false));
        waiting.add(finish);
      });
    },
    happened() {
      count++;
      wake(true);
    },
    stop() {
      stopped = true;
      wake(false);
    },
  };
}
