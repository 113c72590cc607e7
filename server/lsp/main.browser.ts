import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import { serve } from './connection';
import { createBrowserPlatform } from './platform.browser';
import { createWire } from './wire';

declare const __VERSION__: string | undefined;

/** The server in a Web Worker. It sees what the editor opens, and nothing else. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
serve(createWire(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  platform: createBrowserPlatform(),
  features: () => import('../core/ide'),
  version: typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0',
});
