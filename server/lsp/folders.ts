import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { toCoreUri } from './uri';

/** The workspace's root folders, in core form and without a slash at the end. None for a single file. */
export interface Folders {
  all(): readonly string[];
  /** The innermost folder around a file. */
  around(uri: string): string | undefined;
  change(event: WorkspaceFoldersChangeEvent): void;
}

export function createFolders(params: InitializeParams): Folders {
  let folders = rootsOf(params).map(tidy);
  return {
    all: () => folders,
    around(uri) {
      const around = folders.filter((folder) => uri.startsWith(`${folder}/`));
      return around.sort((a, b) => b.length - a.length)[0];
    },
    change({ added, removed }) {
      const gone = new Set(removed.map((folder) => tidy(folder.uri)));
      folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map((folder) => tidy(folder.uri))];
    },
  };
}

/** Newest member first; clients send all three, or null for each. */
function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders?.length) return workspaceFolders.map((folder) => folder.uri);
  if (rootUri) return [rootUri];
  return rootPath ? [URI.file(rootPath).toString()] : [];
}

function tidy(uri: string): string {
  return toCoreUri(uri).replace(/\/+$/, '');
}
