import { URI } from 'vscode-uri';

/**
 * Clients spell one file in many ways (`c%3A`, `C:`, `%40`, `@`). Inside, all URIs are written as VS Code writes them, so
 * that they compare equal to those that the file system gives; `Documents.spelling` remembers how the client wrote them.
 */
export function toCoreUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
