import {
  createMessageConnection,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult, SetTraceParams, TraceValue } from 'vscode-languageserver';
import type { Platform } from './platform';

/** Errors that LSP adds to those of JSON-RPC. */
export const LSP_ERROR = { requestFailed: -32803, requestCancelled: -32800 };

/** LSP's kinds of log lines, by number. */
const KIND = { error: 1, warn: 2, info: 3, log: 4 };

/** The way to the client: requests and notifications by the names that LSP gives them. */
export interface Wire extends MessageConnection {
  /** A line in the client's log. */
  say(kind: keyof typeof KIND, message: string): void;
}

/** Over any way in and out. Its own troubles go into the client's log. */
export function createWire(reader: MessageReader, writer: MessageWriter): Wire {
  const say: Wire['say'] = (kind, message) =>
    void connection.sendNotification('window/logMessage', { type: KIND[kind], message }).catch(() => {});
  const connection = createMessageConnection(reader, writer, {
    error: (message) => say('error', message),
    warn: (message) => say('warn', message),
    info: (message) => say('info', message),
    log: (message) => say('log', message),
  });
  return Object.assign(connection, { say });
}

export interface Life {
  begin(params: InitializeParams): InitializeResult;
  end(): void;
}

/** From initialize to exit, which is orderly after a shutdown; a client that is gone without either is followed. */
export function live(wire: Wire, { watch, exit }: Pick<Platform, 'watch' | 'exit'>, { begin, end }: Life): void {
  let orderly = false;
  const leave = () => exit?.(orderly ? 0 : 1);
  wire.onRequest('initialize', (params: InitializeParams) => {
    if (typeof params.processId === 'number') watch?.(params.processId, leave);
    return begin(params);
  });
  wire.onRequest('shutdown', () => {
    orderly = true;
    end();
  });
  wire.onNotification('exit', leave);
}

/** `$/logTrace`, as far as the client wants it. Returns the function that writes a line. */
export function traceTo(wire: Wire, first: TraceValue | undefined): (message: string) => void {
  let wanted = first ?? 'off';
  wire.onNotification('$/setTrace', ({ value }: SetTraceParams) => {
    wanted = value;
  });
  return (message) => {
    if (wanted !== 'off') void wire.sendNotification('$/logTrace', { message }).catch(() => {});
  };
}
