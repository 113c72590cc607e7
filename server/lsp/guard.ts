import { ResponseError } from 'vscode-jsonrpc';
import type { CancellationToken } from 'vscode-languageserver';
import type { Clock } from './platform';
import { LSP_ERROR } from './wire';

/** Where the server speaks: the client's log, never stdout. */
export interface Log {
  error(message: string): void;
  /** How long something took; shown only when the person traces. */
  timing(what: string, milliseconds: number): void;
}

/**
 * Tells of each different failure once: a rule that throws on every keystroke must not fill the log.
 * Returns the function to report with.
 */
export function reportOnce(log: Log): (what: string, error: unknown) => void {
  const told = new Set<string>();
  return (what, error) => {
    const key = `${what}: ${error instanceof Error ? error.message : String(error)}`;
    if (told.has(key) || told.size > 1000) return;
    told.add(key);
    const stack = error instanceof Error && error.stack ? `\n${error.stack}` : '';
    log.error(`ECS Preflight stumbled over ${key}. It goes on without this answer; please report it.${stack}`);
  };
}

export type Answer<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

export interface GuardOptions {
  log: Log;
  now: Clock;
  onBug: (what: string, error: unknown) => void;
}

/**
 * Wraps a request: a cancelled one is not begun, a throwing one is reported once and answered with `empty`, and the
 * time is taken. A `ResponseError` is an answer, not a bug, and passes.
 */
export function guarded<P, R>(
  method: string,
  empty: (params: P) => R,
  answer: Answer<P, R>,
  options: GuardOptions,
): Answer<P, R | ResponseError<unknown>> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    const start = options.now();
    try {
      const result = await answer(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (error instanceof ResponseError) return error;
      options.onBug(method, error);
      return empty(params);
    } finally {
      options.log.timing(method, options.now() - start);
    }
  };
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSP_ERROR.requestCancelled, 'cancelled');
}
