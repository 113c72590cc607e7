import type { TextDocument } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { concernsServer } from './looks-like';

type Middleware = NonNullable<LanguageClientOptions['middleware']>;

/** Documents that editors make up: comparisons, output, settings. Their originals are checked. */
const NOT_FILES = new Set([
  'git',
  'gitfs',
  'output',
  'vscode-settings',
  'vscode',
  'ecs-preflight',
  'search-editor',
  'debug',
]);
/** In larger documents only what is typed is looked at, not the whole text at every keystroke. */
const SMALL = 200_000;

/**
 * Keeps documents that do not concern the server away from it: most JSON and YAML is somebody else's. A document that
 * becomes ours while it is being written is opened at that moment.
 *
 * @param openNow sends the document's didOpen, through this same gate
 */
export function createGate(
  openNow: (document: TextDocument) => void,
): Pick<Middleware, 'didOpen' | 'didChange' | 'didClose' | 'sendRequest'> {
  const outside = new Set<string>();
  const isOutside = (uri: string | undefined) => uri !== undefined && outside.has(uri);
  return {
    async didOpen(document, next) {
      const uri = document.uri.toString();
      if (NOT_FILES.has(document.uri.scheme) || !concernsServer(document.uri.path, document.getText())) {
        outside.add(uri);
        return;
      }
      outside.delete(uri);
      await next(document);
    },
    async didChange(event, next) {
      const { document, contentChanges } = event;
      if (!isOutside(document.uri.toString())) return next(event);
      const read = document.offsetAt(document.lineAt(document.lineCount - 1).range.end) < SMALL;
      const texts = read ? [document.getText()] : contentChanges.map((change) => change.text);
      if (!NOT_FILES.has(document.uri.scheme) && texts.some((text) => concernsServer(document.uri.path, text)))
        openNow(document);
    },
    async didClose(document, next) {
      if (!outside.delete(document.uri.toString())) await next(document);
    },
    sendRequest(type, param, token, next) {
      if (isOutside(uriIn(param))) return Promise.resolve(null as never);
      return next(type, param, token);
    },
  };
}

function uriIn(param: unknown): string | undefined {
  const { textDocument } = (param ?? {}) as { textDocument?: { uri?: string } };
  return textDocument?.uri;
}
