import type { ExtensionContext } from 'vscode';
import { createActivation } from './activation';
import { registerTasks } from './tasks';

/** Desktop and remote: the server is a process of its own, talked to over Node's IPC. */
const activation = createActivation(async (context, options) => {
  const { LanguageClient, TransportKind } = await import('./language-client');
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  return new LanguageClient('ecsPreflight', 'ECS Preflight', { run: server, debug: server }, options);
});

export async function activate(context: ExtensionContext): Promise<void> {
  registerTasks(context);
  await activation.activate(context);
}

export const deactivate = (): Promise<void> => activation.deactivate();
