import * as features from '../core/ide';
import { serve } from './connection';
import { createNodePlatform } from './platform.node';
import { argument, openTransport } from './transport.node';
import { createWire } from './wire';

declare const __VERSION__: string | undefined;

/**
 * The server as a process of its own: `--stdio` (also without any argument), `--node-ipc`, `--socket=PORT`, `--pipe=NAME`.
 * It ends when its client does. Nothing but the protocol goes to stdout.
 */
const version = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0';
const say = console.error;
console.log = say;
console.info = say;
console.debug = say;

const args = process.argv.slice(2);
const { reader, writer } = openTransport(args);
const platform = createNodePlatform();
// An orderly end goes through `exit`, which the connection answers itself. Any other end is the client's death.
const abandoned = () => process.exit(1);
reader.onClose(abandoned);
process.on('disconnect', abandoned);
const client = Number(argument('--clientProcessId', args));
if (client > 0) platform.watch?.(client, abandoned);
const server = serve(createWire(reader, writer), { platform, features: () => Promise.resolve(features), version });

export const worthCaching = (): boolean => server.hasChecked();
