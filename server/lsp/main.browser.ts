import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './connection';
import { createBrowserPlatform } from './platform.browser';

declare const __VERSION__: string | undefined;

/** The server in a Web Worker. It sees what the editor opens, and nothing else. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
serve(connection, {
  platform: createBrowserPlatform(),
  features: () => import('../core/ide'),
  version: typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0',
});
