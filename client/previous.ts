import { type Disposable, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PREVIOUS_CHANGED, PREVIOUS_VERSION } from '../server/lsp/previous';
import { committedText, onDidCommit } from './git';
import type { Server } from './running-server';

/** Answers the server's question what a file was in the last commit; null for a file that the commit does not have. */
export function answerPreviousVersions(client: BaseLanguageClient): void {
  client.onRequest(PREVIOUS_VERSION, async ({ uri }: { uri: string }) => {
    const text = await committedText(Uri.parse(uri)).catch(() => undefined);
    return text ?? null;
  });
}

/** Says when there was another commit. */
export function tellOfCommits(server: Server): Disposable {
  return onDidCommit(() => void server.client?.sendNotification(PREVIOUS_CHANGED));
}
