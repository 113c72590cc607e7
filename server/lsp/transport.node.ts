import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-jsonrpc/node';
import { wholeMessageWriter } from './whole-messages';

export interface Transport {
  reader: MessageReader;
  writer: MessageWriter;
}

/** The way in and out that the command line names; standard input and output when it names none. */
export function openTransport(args: readonly string[]): Transport {
  if (args.includes('--node-ipc'))
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  const port = Number(argument('--socket', args));
  if (port > 0) return pair(createServerSocketTransport(port));
  const pipe = argument('--pipe', args);
  if (pipe) return pair(createServerPipeTransport(pipe));
  return { reader: new StreamMessageReader(process.stdin), writer: wholeMessageWriter(process.stdout) };
}

function pair([reader, writer]: [MessageReader, MessageWriter]): Transport {
  return { reader, writer };
}

/** `--name=value` and `--name value`. */
export function argument(name: string, args: readonly string[]): string | undefined {
  const at = args.indexOf(name);
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
}
