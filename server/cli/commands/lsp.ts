import { defineCommand } from '../command';
import { EXIT } from '../io';

const DETAILS = `
An editor starts it and talks to it: ecs-preflight lsp --stdio. Without an option it speaks on standard input and output.`;

/** For help and completion; the boot file starts dist/server.js itself, so that nothing else is loaded. */
export const lsp = defineCommand({
  name: 'lsp',
  args: '',
  summary: 'Start the language server for editors.',
  details: DETAILS,
  options: {
    stdio: { help: 'speak on standard input and output' },
    'node-ipc': { help: 'speak over the IPC channel of a Node parent' },
    socket: { value: 'PORT', help: 'connect to this port of the local machine' },
    clientProcessId: { value: 'PID', help: 'exit when this process ends' },
  },
  arity: [0, 0],
  run(_args, _given, io) {
    io.err('ecs-preflight: the language server starts from the installed program only: ecs-preflight lsp --stdio\n');
    return EXIT.trouble;
  },
});
