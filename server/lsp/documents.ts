import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toCoreUri } from './uri';
import type { Wire } from './wire';

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

/** Incremental sync. A document is altered in place: take its text and version together, and keep the text, not the document. */
export function listenToDocuments(wire: Wire): Documents {
  const open = new Map<string, TextDocument>();
  const changed: ((uri: string, document: TextDocument) => void)[] = [];
  const closed: ((uri: string) => void)[] = [];
  const take = (document: TextDocument) => {
    const uri = toCoreUri(document.uri);
    open.set(uri, document);
    for (const listener of changed) listener(uri, document);
  };
  wire.onNotification('textDocument/didOpen', ({ textDocument }: DidOpenTextDocumentParams) => {
    const { uri, languageId, version, text } = textDocument;
    take(TextDocument.create(uri, languageId, version, text));
  });
  wire.onNotification('textDocument/didChange', ({ textDocument, contentChanges }: DidChangeTextDocumentParams) => {
    const document = open.get(toCoreUri(textDocument.uri));
    if (document && contentChanges.length > 0)
      take(TextDocument.update(document, contentChanges, textDocument.version));
  });
  wire.onNotification('textDocument/didClose', ({ textDocument }: DidCloseTextDocumentParams) => {
    const uri = toCoreUri(textDocument.uri);
    if (!open.delete(uri)) return;
    for (const listener of closed) listener(uri);
  });
  return {
    get: (uri) => open.get(uri),
    text: (uri) => open.get(uri)?.getText(),
    uris: () => open.keys(),
    spelling: (uri) => open.get(uri)?.uri ?? uri,
    onChange: (listener) => changed.push(listener),
    onClose: (listener) => closed.push(listener),
  };
}
