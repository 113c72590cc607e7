import { afterEach, describe, expect, it } from 'vitest';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { FULL, PLAIN, start, stopAll } from './client';

afterEach(stopAll);

const SERVICE = `serviceName: web
cluster: main
taskDefinition: web:1
launchType: FARGATEE
desiredCount: 2
`;
const FOREIGN = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n';
const codes = (report: object | undefined) =>
  report && 'items' in report ? (report.items as Diagnostic[]).map((item) => item.code) : [];

describe('pull', () => {
  it('reports where the client asks, with a name for the state', async () => {
    const client = await start();
    client.open('service.yaml', SERVICE);
    const report = await client.pull('service.yaml');
    if (report.kind !== 'full') throw new Error('expected a full report');
    const finding = report.items.find((item) => item.code === 'not-a-listed-value');
    expect(finding).toMatchObject({
      severity: 1,
      source: 'ecs-preflight',
      range: client.range('service.yaml', 'FARGATEE'),
    });
    expect(typeof finding?.message).toBe('string');
    expect(finding?.codeDescription?.href).toBe('ecs-preflight:/rules/not-a-listed-value.md');
    expect(await client.pull('service.yaml', report.resultId)).toEqual({
      kind: 'unchanged',
      resultId: report.resultId,
    });
  });

  it('follows incremental changes', async () => {
    const client = await start();
    client.open('service.yaml', SERVICE);
    const before = await client.pull('service.yaml');
    client.edit('service.yaml', 'FARGATEE', 'FARGATE');
    const after = await client.pull('service.yaml', before.resultId);
    expect(after.kind).toBe('full');
    expect(codes(after)).not.toContain('not-a-listed-value');
  });

  it('has nothing to say about files that are not ours', async () => {
    const client = await start();
    client.open('deployment.yaml', FOREIGN);
    expect(await client.check('deployment.yaml')).toEqual([]);
    expect(await client.check('never-opened.yaml')).toEqual([]);
  });

  it('sees a document become ours and cease to be', async () => {
    const client = await start();
    client.open('service.yaml', 'a: 1\n');
    expect(await client.check('service.yaml')).toEqual([]);
    client.edit('service.yaml', 'a: 1\n', SERVICE);
    expect(await client.check('service.yaml')).not.toEqual([]);
    client.edit('service.yaml', SERVICE, 'a: 1\n');
    expect(await client.check('service.yaml')).toEqual([]);
  });

  it('leaves broken JSON to the editor where the editor says so', async () => {
    const broken =
      '{"serviceName": "web", "cluster": "c", "taskDefinition": "t", "launchType": "FARGATE", "desiredCount": 2,}';
    const ask = async (syntaxDiagnostics: unknown) => {
      const client = await start({ params: { initializationOptions: { syntaxDiagnostics } } });
      client.open('service.json', broken);
      return codes({ items: await client.check('service.json') });
    };
    expect(await ask('server')).toContain('trailing-comma');
    expect(await ask(undefined)).toContain('trailing-comma');
    expect(await ask('client')).not.toContain('trailing-comma');
    expect(await ask({ json: 'client', yaml: 'server' })).not.toContain('trailing-comma');
  });
});

describe('push', () => {
  it('publishes to clients that do not pull, and takes back on closing', async () => {
    const client = await start({ capabilities: PLAIN });
    client.open('service.yaml', SERVICE);
    const first = await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    expect(first).toMatchObject({ uri: client.uri('service.yaml'), version: 1 });
    expect(codes({ items: first.diagnostics })).toContain('not-a-listed-value');
    expect(first.diagnostics[0]).not.toHaveProperty('relatedInformation');
    client.edit('service.yaml', 'FARGATEE', 'FARGAT');
    client.edit('service.yaml', 'FARGAT', 'FARGATE');
    const second = await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    expect(second.version).toBe(3);
    expect(codes({ items: second.diagnostics })).not.toContain('not-a-listed-value');
    client.close('service.yaml');
    expect(await client.next('textDocument/publishDiagnostics')).toEqual({
      uri: client.uri('service.yaml'),
      diagnostics: [],
    });
  });

  it('says nothing about files that are not ours', async () => {
    const client = await start({ capabilities: PLAIN });
    client.open('deployment.yaml', FOREIGN);
    client.open('service.yaml', SERVICE);
    expect(await client.next('textDocument/publishDiagnostics')).toMatchObject({ uri: client.uri('service.yaml') });
    expect(client.waiting('textDocument/publishDiagnostics')).toBe(0);
  });
});

/** An old platform version is a mistake on Linux alone, and only the task definition says which system it is for. */
const EXEC_ON_OLD_PLATFORM = `serviceName: web
cluster: main
taskDefinition: web
desiredCount: 2
launchType: FARGATE
platformVersion: 1.0.0
enableExecuteCommand: true
networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0123456789abcdef0]}}
`;
const RULE = 'old-platform-for-feature';
const taskDefinition = (operatingSystemFamily: string) =>
  JSON.stringify({
    family: 'web',
    runtimePlatform: { operatingSystemFamily },
    containerDefinitions: [{ name: 'app', image: 'nginx' }],
  });
const WINDOWS = taskDefinition('WINDOWS_SERVER_2022_CORE');
const LINUX = taskDefinition('LINUX');

describe('two files', () => {
  it('looks at the task definition beside the service, unsaved text before the disk', async () => {
    const client = await start({ files: { 'taskdef.json': WINDOWS } });
    client.open('service.yaml', EXEC_ON_OLD_PLATFORM);
    expect(codes({ items: await client.check('service.yaml') })).not.toContain(RULE);
    client.open('taskdef.json', LINUX);
    expect(codes({ items: await client.check('service.yaml') })).toContain(RULE);
    client.close('taskdef.json');
    expect(codes({ items: await client.check('service.yaml') })).not.toContain(RULE);
  });

  it('asks the client to pull again when an edit of one file changes the other', async () => {
    const client = await start();
    client.open('service.yaml', EXEC_ON_OLD_PLATFORM);
    client.open('taskdef.json', WINDOWS);
    expect(codes({ items: await client.check('service.yaml') })).not.toContain(RULE);
    client.edit('taskdef.json', 'WINDOWS_SERVER_2022_CORE', 'LINUX');
    await client.next('workspace/diagnostic/refresh');
    expect(codes({ items: await client.check('service.yaml') })).toContain(RULE);
  });

  it('publishes anew for the other file where the client does not pull', async () => {
    const client = await start({ capabilities: PLAIN });
    client.open('service.yaml', EXEC_ON_OLD_PLATFORM);
    await client.next('textDocument/publishDiagnostics');
    client.open('taskdef.json', LINUX);
    const isService = (p: PublishDiagnosticsParams) => p.uri === client.uri('service.yaml');
    let published = await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    while (!isService(published)) published = await client.next('textDocument/publishDiagnostics');
    expect(codes({ items: published.diagnostics })).toContain(RULE);
  });

  it('reads the disk again when a watched file changed', async () => {
    const client = await start({ files: { 'taskdef.json': WINDOWS } });
    client.open('service.yaml', EXEC_ON_OLD_PLATFORM);
    expect(codes({ items: await client.check('service.yaml') })).not.toContain(RULE);
    client.files.set(client.uri('taskdef.json'), LINUX);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('taskdef.json'), type: 2 }],
    });
    await client.next('workspace/diagnostic/refresh');
    expect(codes({ items: await client.check('service.yaml') })).toContain(RULE);
  });
});

describe('workspace', () => {
  const ask = (client: Awaited<ReturnType<typeof start>>, previousResultIds: { uri: string; value: string }[]) =>
    client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });

  it('finds what is wrong in files that are not open, and waits for news', async () => {
    const client = await start({ files: { 'a/service.yaml': SERVICE, 'b/deployment.yaml': FOREIGN } });
    const first = await ask(client, []);
    expect(first.items.map((item) => item.uri)).toEqual([client.uri('a/service.yaml')]);
    const [item] = first.items as (DocumentDiagnosticReport & { uri: string })[];
    const waiting = ask(client, [{ uri: item?.uri ?? '', value: item?.resultId ?? '' }]);
    client.files.set(client.uri('a/service.yaml'), SERVICE.replace('FARGATEE', 'FARGATE'));
    client.files.set(client.uri('c/service.yaml'), SERVICE);
    const changes = ['a', 'c'].map((folder) => ({ uri: client.uri(`${folder}/service.yaml`), type: 2 }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const second = await waiting;
    expect(second.items.map((i) => [i.uri, i.kind])).toEqual([
      [client.uri('a/service.yaml'), 'full'],
      [client.uri('c/service.yaml'), 'full'],
    ]);
    expect(codes(second.items[0])).not.toContain('not-a-listed-value');
  });

  it('tells anew of a file whose document was closed without saving', async () => {
    const client = await start({ files: { 'service.yaml': SERVICE } });
    const [first] = (await ask(client, [])).items as (DocumentDiagnosticReport & { uri: string })[];
    const waiting = ask(client, [{ uri: first?.uri ?? '', value: first?.resultId ?? '' }]);
    client.open('service.yaml', SERVICE);
    client.edit('service.yaml', 'FARGATEE', 'FARGATE');
    expect(codes({ items: await client.check('service.yaml') })).not.toContain('not-a-listed-value');
    client.close('service.yaml');
    const [closed] = (await waiting).items;
    expect(codes(closed)).toContain('not-a-listed-value');
  });

  it('follows the unsaved task definition of a service that is not open, and the disk once it is closed', async () => {
    const client = await start({ files: { 'service.yaml': EXEC_ON_OLD_PLATFORM, 'taskdef.json': WINDOWS } });
    client.open('taskdef.json', WINDOWS);
    const next = async (previous: WorkspaceDiagnosticReport['items']) => {
      const ids = previous.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
      return (await ask(client, ids)).items;
    };
    const first = await next([]);
    expect(first.map(({ uri }) => uri)).toEqual([client.uri('service.yaml')]);
    expect(codes(first[0])).not.toContain(RULE);
    let waiting = next(first);
    client.edit('taskdef.json', 'WINDOWS_SERVER_2022_CORE', 'LINUX');
    const second = await waiting;
    expect(codes(second[0])).toContain(RULE);
    waiting = next(second);
    client.close('taskdef.json');
    const closed = (await waiting).find(({ uri }) => uri === client.uri('service.yaml'));
    expect(codes(closed)).not.toContain(RULE);
  });

  it('empties the list of a file that is gone', async () => {
    const client = await start({ files: { 'service.yaml': SERVICE } });
    const [item] = (await ask(client, [])).items as (DocumentDiagnosticReport & { uri: string })[];
    client.files.delete(client.uri('service.yaml'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('service.yaml'), type: 3 }],
    });
    const report = await ask(client, [{ uri: item?.uri ?? '', value: item?.resultId ?? '' }]);
    expect(report.items).toMatchObject([{ uri: client.uri('service.yaml'), kind: 'full', items: [] }]);
  });

  it('is not offered when the client does not want it', async () => {
    const client = await start({
      capabilities: FULL,
      params: { initializationOptions: { workspaceDiagnostics: false } },
    });
    expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: false });
  });
});
