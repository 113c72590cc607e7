import { type ExtensionContext, Uri, workspace } from 'vscode';
import { createActivation } from './activation';
import { openNeighbours } from './neighbours';

/** The worker of the platform; the types of browsers and of Node do not go together in one project. */
declare const Worker: new (address: string) => object;

/** Made once and kept: the editor's workers load their script when they please, and a restart needs it again. */
let script: Promise<string> | undefined;

/**
 * The web: the server runs in a worker. It is made from bytes, because where a remote serves the extension VS Code
 * refuses to make workers from the extension's address.
 */
const activation = createActivation(async (context, options) => {
  const { LanguageClient } = await import('vscode-languageclient/browser');
  script ??= makeScript(context.extensionUri);
  const client = new LanguageClient('ecsPreflight', 'ECS Preflight', new Worker(await script), options);
  client.onRequest('ecsPreflight/simulatorScript', () => readSimulator(context.extensionUri));
  return client;
});

/** For workers of the server's own, which is asked for only when there is much to simulate. */
async function readSimulator(extension: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'dist/simulator.js')));
}

/** The server with the texts that it does not carry, at an address. */
async function makeScript(extension: Uri): Promise<string> {
  const read = (file: string) => workspace.fs.readFile(Uri.joinPath(extension, 'dist', file));
  const [server, texts] = await Promise.all([read('server.browser.js'), read('texts.json')]);
  const parts = ['globalThis.ecsPreflightTexts = ', texts, ';\n', server];
  return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
}

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(openNeighbours());
  await activation.activate(context);
}

export const deactivate = (): Promise<void> => activation.deactivate();
