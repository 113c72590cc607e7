import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import * as features from '../core/ide';
import { SIMULATOR_REQUEST } from './commands';
import { serve } from './connection';
import { createBrowserPlatform } from './platform.browser';
import { createWire } from './wire';

declare const __VERSION__: string | undefined;

/** The server in a Web Worker. It sees what the editor opens, and nothing else. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const wire = createWire(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
serve(wire, {
  platform: createBrowserPlatform(() => wire.sendRequest(SIMULATOR_REQUEST)),
  features: () => Promise.resolve(features),
  version: typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0',
});
