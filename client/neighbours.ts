import { type Disposable, type TextDocument, Uri, workspace } from 'vscode';
import { looksLikeService } from './looks-like';

const DATA_FILE = /\.(json|jsonc|ya?ml)$/i;
/** A folder with more is no place to open everything in. */
const MOST = 30;

/**
 * The worker sees no disk, so the editor opens the files beside a service for it: the task definition is among them, and
 * an ordinary didOpen carries it over.
 */
export function openNeighbours(): Disposable {
  const seen = new Set<string>();
  const look = (document: TextDocument) => void openBeside(document, seen).then(undefined, () => undefined);
  workspace.textDocuments.forEach(look);
  return workspace.onDidOpenTextDocument(look);
}

async function openBeside(document: TextDocument, seen: Set<string>): Promise<void> {
  const folder = Uri.joinPath(document.uri, '..');
  if (document.isUntitled || seen.has(folder.toString()) || !looksLikeService(document.uri.path, document.getText()))
    return;
  seen.add(folder.toString());
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => DATA_FILE.test(name));
  await Promise.all(names.slice(0, MOST).map((name) => workspace.openTextDocument(Uri.joinPath(folder, name))));
}
