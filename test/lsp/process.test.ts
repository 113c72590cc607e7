import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { bundle, describeBuilt } from '../built';

const SERVICE = 'serviceName: web\ncluster: main\ntaskDefinition: web\nlaunchType: FARGATEE\ndesiredCount: 2\n';
const URI = 'file:///w/service.yaml';
const textDocument = { uri: URI };

const spawned: ChildProcess[] = [];
afterEach(() => {
  for (const child of spawned.splice(0)) child.kill('SIGKILL');
});

function startServer(...args: string[]): {
  server: ChildProcessWithoutNullStreams;
  connection: MessageConnection;
  exit: Promise<unknown[]>;
} {
  const server = spawn(process.execPath, [bundle('server.js'), ...args], {
    stdio: 'pipe',
    env: { ...process.env, ECS_PREFLIGHT_NO_CACHE: '1' },
  });
  spawned.push(server);
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  return { server, connection, exit: once(server, 'exit') };
}

async function initialize(connection: MessageConnection): Promise<void> {
  const capabilities = {
    textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
    workspace: { textDocumentContent: {} },
  };
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'yaml', version: 1, text: SERVICE },
  });
}

describeBuilt('the server as a process', ['server.js', 'server-main.js', 'texts.json'], () => {
  it('goes from initialize to exit over standard input and output', async () => {
    const { connection, exit } = startServer('--stdio');
    await initialize(connection);
    const report = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument,
    });
    expect(report.items.map((item) => item.code)).toContain('not-a-listed-value');
    const hover = await connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position: { line: 3, character: 2 },
    });
    expect(hover.contents.value).toContain('launchType');
    const page = await connection.sendRequest<{ text: string }>('workspace/textDocumentContent', {
      uri: 'ecs-preflight:/rules/not-a-listed-value.md',
    });
    expect(page.text).toContain('Why it matters');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exit).toEqual([0, null]);
  });

  it('needs no argument', async () => {
    const { connection, exit } = startServer();
    await initialize(connection);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exit).toEqual([0, null]);
  });

  it('ends when its input does', async () => {
    const { server, connection, exit } = startServer('--stdio');
    await initialize(connection);
    server.stdin.end();
    expect(await exit).toEqual([1, null]);
  });

  it('does not outlive a client that is killed', async () => {
    // The client is a process of its own; the server's stderr is ours, and closes when the last who holds it is gone.
    const source = `
      const { spawn } = require('node:child_process');
      const server = spawn(process.execPath, [process.argv[1], '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
      server.stdout.once('data', () => process.stdout.write(String(server.pid)));
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {}, rootUri: null } });
      server.stdin.write('Content-Length: ' + body.length + '\\r\\n\\r\\n' + body);`;
    const client = spawn(process.execPath, ['-e', source, bundle('server.js')], { stdio: ['ignore', 'pipe', 'pipe'] });
    spawned.push(client);
    const [pid] = await once(client.stdout, 'data');
    expect(Number(String(pid))).toBeGreaterThan(0);
    // A server that lived on would keep this pipe open, and the test would wait in vain.
    const gone = once(client.stderr.resume(), 'end');
    client.kill('SIGKILL');
    await gone;
    expect(client.signalCode).toBe('SIGKILL');
  });

  it('talks over the IPC channel of a Node parent, and ends with it', async () => {
    const server = spawn(process.execPath, [bundle('server.js'), '--node-ipc'], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    spawned.push(server);
    const exit = once(server, 'exit');
    server.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, capabilities: {}, rootUri: null },
    });
    const [answer] = await once(server, 'message');
    expect(answer).toMatchObject({ id: 1, result: { serverInfo: { name: 'ecs-preflight' } } });
    server.disconnect();
    expect(await exit).toEqual([1, null]);
  });
});
