import { type ExtensionContext, Uri, workspace } from 'vscode';
import { createActivation } from './activation';
import { openNeighbours } from './neighbours';

/** The worker of the platform; the types of browsers and of Node do not go together in one project. */
declare const Worker: new (address: string) => object;

/**
 * The web: the server runs in a worker. It is made from bytes, because where a remote serves the extension VS Code
 * refuses to make workers from the extension's address.
 */
const activation = createActivation(async (context, options) => {
  const { LanguageClient } = await import('vscode-languageclient/browser');
  const read = (file: string) => workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', file));
  const [script, texts] = await Promise.all([read('server.browser.js'), read('texts.json')]);
  const parts = ['globalThis.ecsPreflightTexts = ', texts, ';\n', script];
  const source = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  const worker = new Worker(source);
  URL.revokeObjectURL(source);
  return new LanguageClient('ecsPreflight', 'ECS Preflight', worker, options);
});

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(openNeighbours());
  await activation.activate(context);
}

export const deactivate = (): Promise<void> => activation.deactivate();
