import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toCoreUri } from './uri';

/** The documents that the client has open, by their URIs in core form. */
export interface Documents {
  get(uri: string): TextDocument | undefined;
  text(uri: string): string | undefined;
  uris(): Iterable<string>;
  /** A core URI as the client spells it. */
  spelling(uri: string): string;
  onChange(listener: (uri: string, document: TextDocument) => void): void;
  onClose(listener: (uri: string) => void): void;
}

type Connection = Parameters<TextDocuments<TextDocument>['listen']>[0];

/** Incremental sync. A document is altered in place: take its text and version together, and keep the text, not the document. */
export function listenToDocuments(connection: Connection): Documents {
  const synced = new TextDocuments(TextDocument);
  const open = new Map<string, string>();
  const changed: ((uri: string, document: TextDocument) => void)[] = [];
  const closed: ((uri: string) => void)[] = [];
  synced.onDidChangeContent(({ document }) => {
    const uri = toCoreUri(document.uri);
    open.set(uri, document.uri);
    for (const listener of changed) listener(uri, document);
  });
  synced.onDidClose(({ document }) => {
    const uri = toCoreUri(document.uri);
    open.delete(uri);
    for (const listener of closed) listener(uri);
  });
  synced.listen(connection);
  const get = (uri: string) => {
    const spelling = open.get(uri);
    return spelling === undefined ? undefined : synced.get(spelling);
  };
  return {
    get,
    text: (uri) => get(uri)?.getText(),
    uris: () => open.keys(),
    spelling: (uri) => open.get(uri) ?? uri,
    onChange: (listener) => changed.push(listener),
    onClose: (listener) => closed.push(listener),
  };
}
