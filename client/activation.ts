import { type ExtensionContext, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import { registerCommands } from './commands';
import { isDefinitionLanguage } from './documents';
import { looksLikeService } from './looks-like';
import { registerPreview } from './preview/panel';
import { tellOfCommits } from './previous';
import { leaveSchemasToUs } from './redhat-yaml';
import type { MakeClient, Server } from './running-server';
import { createServer } from './server';
import { registerStatus } from './status';

/** A workspace with one of these is worth a server before any file is opened. Braces inside braces find nothing. */
const TELLING_NAMES = ['ecspresso', 'ecs-service-def'].flatMap((name) =>
  ['json', 'yaml', 'yml'].map((extension) => `${name}.${extension}`),
);
const TELLING_FILES = `**/{${TELLING_NAMES.join(',')}}`;
const ELSEWHERE = '**/{node_modules,.git,.terraform,cdk.out}/**';

/** Activation is cheap: a look at what is open. The server starts with the first document that looks like a service. */
export function createActivation(makeClient: MakeClient): {
  activate(context: ExtensionContext): Promise<void>;
  deactivate(): Promise<void>;
} {
  let server: Server | undefined;
  return {
    async activate(context) {
      const log = window.createOutputChannel('ECS Preflight', { log: true });
      const running = createServer(context, log, makeClient);
      server = running;
      context.subscriptions.push(log, registerCommands(context, running, log), registerPreview(context, running));
      running.onFirstStart(() => {
        context.subscriptions.push(registerStatus(running), tellOfCommits(running));
        leaveSchemasToUs(log);
      });
      const look = (document: TextDocument) => {
        if (
          !running.wanted &&
          isDefinitionLanguage(document) &&
          looksLikeService(document.uri.path, document.getText())
        )
          start(running, log);
      };
      workspace.textDocuments.forEach(look);
      context.subscriptions.push(
        workspace.onDidOpenTextDocument(look),
        workspace.onDidChangeTextDocument(({ document }) => look(document)),
      );
      // Not awaited: an activation that waits for a search of the workspace would be counted as a slow one.
      if (!running.wanted) void startWhereFilesTell(running, log);
    },
    deactivate: async () => server?.stop(),
  };
}

function start(server: Server, log: LogOutputChannel): void {
  server
    .start()
    .catch((error: unknown) =>
      log.error(`The language server did not start: ${error instanceof Error ? error.stack : error}`),
    );
}

async function startWhereFilesTell(server: Server, log: LogOutputChannel): Promise<void> {
  if (!workspace.workspaceFolders?.length) return;
  const found = await workspace.findFiles(TELLING_FILES, ELSEWHERE, 1);
  if (found.length > 0 && !server.wanted) start(server, log);
}
