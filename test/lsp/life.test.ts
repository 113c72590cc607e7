import { afterEach, describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { LogMessageParams, RegistrationParams } from 'vscode-languageserver';
import type { Features } from '../../server/core/ide/types';
import { PLAIN, start, stopAll } from './client';
import { memoryPlatform } from './platform';

afterEach(stopAll);

const SERVICE = 'serviceName: web\ncluster: main\ntaskDefinition: web\nlaunchType: FARGATEE\ndesiredCount: 2\n';
const hoverAt0 = (uri: string) => ({ textDocument: { uri }, position: { line: 0, character: 0 } });

describe('a request that throws', () => {
  const broken = (): Promise<Features> =>
    Promise.resolve({
      hoverAt() {
        throw new Error('boom');
      },
    } as unknown as Features);

  it('is answered with nothing and told once; the server lives on', async () => {
    const client = await start({ features: broken });
    const uri = client.open('service.yaml', SERVICE);
    expect(await client.request('textDocument/hover', hoverAt0(uri))).toBeNull();
    expect(await client.request('textDocument/hover', hoverAt0(uri))).toBeNull();
    const { message } = await client.next<LogMessageParams>('window/logMessage');
    expect(message).toContain('boom');
    expect(await client.check('service.yaml')).not.toEqual([]);
    expect(client.waiting('window/logMessage')).toBe(0);
  });
});

describe('cancellation', () => {
  it('drops a request that was cancelled before its turn', async () => {
    let asked = 0;
    const counting = (): Promise<Features> => Promise.resolve({ hoverAt: () => void asked++ } as unknown as Features);
    const client = await start({ features: counting });
    const uri = client.open('service.yaml', SERVICE);
    await client.check('service.yaml');
    // Written together, so the cancellation is there before the server turns to the request.
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/hover', hoverAt0(uri), source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(asked).toBe(0);
  });

  it('lets a waiting workspace request go when the server stops', async () => {
    const client = await start({ files: { 'service.yaml': SERVICE } });
    const first = await client.request<{ items: { uri: string; resultId: string }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const waiting = client.request('workspace/diagnostic', { previousResultIds });
    await client.request('shutdown', undefined);
    expect(await waiting).toEqual({ items: [] });
  });
});

describe('the life of a server', () => {
  it('traces each request while the client wants it', async () => {
    const client = await start({ params: { trace: 'messages' } });
    const lines: string[] = [];
    client.connection.onNotification('$/logTrace', ({ message }) => void lines.push(message));
    client.open('service.yaml', SERVICE);
    await client.check('service.yaml');
    expect(lines).toEqual([expect.stringMatching(/^textDocument.diagnostic: /)]);
    await client.connection.sendNotification('$/setTrace', { value: 'off' });
    await client.check('service.yaml');
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['after a shutdown', true, 0],
    ['without one', false, 1],
  ])('ends %s with the exit code that LSP asks for', async (_, orderly, code) => {
    const exit = vi.fn();
    const client = await start({ platform: (files) => ({ ...memoryPlatform(files), exit }) });
    if (orderly) await client.request('shutdown', undefined);
    await client.connection.sendNotification('exit');
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(code));
  });

  it('follows a client that is gone', async () => {
    const exit = vi.fn();
    const watch = vi.fn();
    await start({ params: { processId: 4711 }, platform: (files) => ({ ...memoryPlatform(files), exit, watch }) });
    const [processId, gone] = watch.mock.calls[0] ?? [];
    expect(processId).toBe(4711);
    gone();
    expect(exit).toHaveBeenCalledWith(1);
  });

  it('says in the log of the client what it could not make sense of', async () => {
    const client = await start();
    await client.connection.sendNotification('textDocument/didOpen', {});
    expect((await client.next<LogMessageParams>('window/logMessage')).message).toContain('textDocument/didOpen');
    client.open('service.yaml', SERVICE);
    expect(await client.check('service.yaml')).not.toEqual([]);
  });
});

describe('settings', () => {
  it('are asked for per folder, and asked anew when they change', async () => {
    let level = 'off';
    const client = await start({ settings: (scope) => ({ rules: { 'not-a-listed-value': level }, scope }) });
    client.open('service.yaml', SERVICE);
    const codes = async () => (await client.check('service.yaml')).map((d) => [d.code, d.severity]);
    expect(await codes()).not.toContainEqual(['not-a-listed-value', 1]);
    level = 'warning';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/diagnostic/refresh');
    expect(await codes()).toContainEqual(['not-a-listed-value', 2]);
    expect(await client.next('workspace/configuration')).toEqual({
      items: [{ scopeUri: 'file:///w', section: 'ecsPreflight' }],
    });
  });

  it('come with initialize, and with didChangeConfiguration, for clients that cannot be asked', async () => {
    const settings = (level: string) => ({ ecsPreflight: { rules: { 'not-a-listed-value': level } } });
    const capabilities = { ...PLAIN, textDocument: { diagnostic: {} } };
    const client = await start({ capabilities, params: { initializationOptions: { settings: settings('off') } } });
    client.open('service.yaml', SERVICE);
    const severities = async () =>
      (await client.check('service.yaml')).filter((d) => d.code === 'not-a-listed-value').map((d) => d.severity);
    expect(await severities()).toEqual([]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: settings('hint') });
    expect(await severities()).toEqual([4]);
  });
});

describe('a client that says nothing about itself', () => {
  it('is served all the same', async () => {
    const client = await start({ capabilities: {}, params: { workspaceFolders: null, rootUri: null } });
    client.open('service.yaml', SERVICE);
    expect(await client.next('textDocument/publishDiagnostics')).toMatchObject({ uri: client.uri('service.yaml') });
    expect(client.initialized.capabilities).not.toHaveProperty('diagnosticProvider');
    expect(client.waiting('client/registerCapability')).toBe(0);
  });
});

describe('a client with everything', () => {
  it('is asked to watch files and to tell of settings', async () => {
    const client = await start();
    const methods = [
      await client.next<RegistrationParams>('client/registerCapability'),
      await client.next<RegistrationParams>('client/registerCapability'),
    ]
      .flatMap(({ registrations }) => registrations.map(({ method }) => method))
      .sort();
    expect(methods).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
    expect(client.initialized.capabilities).toMatchObject({
      textDocumentSync: { change: 2, openClose: true },
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
      workspace: { textDocumentContent: { schemes: ['ecs-preflight'] }, workspaceFolders: { supported: true } },
    });
    expect(client.initialized.serverInfo).toEqual({ name: 'ecs-preflight', version: '0.0.0-test' });
  });

  it('may spell a file in its own way', async () => {
    const client = await start({ files: { 'my%20folder/taskdef.json': '{"family":"web","containerDefinitions":[]}' } });
    client.open('file:///w/my folder/service.yaml', SERVICE);
    const result = await client.request<{ files: { uri: string }[] }>('workspace/executeCommand', {
      command: 'ecsPreflight.check',
      arguments: ['file:///w/my%20folder/service.yaml'],
    });
    expect(result.files.map((file) => file.uri)).toEqual(['file:///w/my folder/service.yaml']);
  });
});

it('saves memory once a large document is open, and not before', async () => {
  const saveMemory = vi.fn();
  const client = await start({ platform: (files) => ({ ...memoryPlatform(files), saveMemory }) });
  client.open('service.yaml', SERVICE);
  await client.check('service.yaml');
  expect(saveMemory).not.toHaveBeenCalled();
  client.open('large.yaml', `${SERVICE}${'# long\n'.repeat(40_000)}`);
  await client.check('large.yaml');
  expect(saveMemory).toHaveBeenCalledOnce();
});
