import { afterEach, describe, expect, it } from 'vitest';
import type { CodeLens, Location, WorkspaceEdit } from 'vscode-languageserver';
import { FULL, stopAll } from './client';
import { FILES, open, SERVICE } from './open';

afterEach(stopAll);

describe('commands and pages', () => {
  it('checks one file or the workspace on command', async () => {
    const { client } = await open({ files: { ...FILES, 'b/service.yaml': SERVICE } });
    type Result = { files: { uri: string; definitions: { profile: string; taskDefinition?: { uri: string } }[] }[] };
    const check = (...args: string[]) =>
      client.request<Result>('workspace/executeCommand', { command: 'ecsPreflight.check', arguments: args });
    const one = await check(client.uri('service.yaml'));
    expect(one.files[0]?.definitions[0]).toMatchObject({
      profile: 'create-service',
      taskDefinition: { uri: client.uri('taskdef.json') },
    });
    const all = await check();
    expect(all.files.map((file) => file.uri)).toContain(client.uri('b/service.yaml'));
  });

  it('serves the page of a rule, and says so when there is none', async () => {
    const { client } = await open();
    const page = (rule: string) =>
      client.request<{ text: string }>('workspace/textDocumentContent', { uri: `ecs-preflight:/rules/${rule}.md` });
    expect((await page('wrong-type')).text).toContain('wrong-type');
    await expect(page('no-such-rule')).rejects.toThrow('no-such-rule');
  });

  it('lists beginnings of definitions in both syntaxes', async () => {
    const { client } = await open();
    type Texts = { title: string; yaml: string; json: string }[];
    const texts = await client.request<Texts>('workspace/executeCommand', { command: 'ecsPreflight.skeletons' });
    expect(texts.length).toBeGreaterThan(4);
    for (const { title, yaml, json } of texts) {
      expect(yaml, title).toContain('\ntaskDefinition: ${3:');
      expect(json, title).toContain('"taskDefinition": "${3:');
    }
  });

  it('refuses commands that it does not know', async () => {
    const { client } = await open();
    await expect(client.request('workspace/executeCommand', { command: 'rm' })).rejects.toThrow('rm');
  });
});

describe('the rollout', () => {
  type Answer = {
    prefix: string;
    summary: string;
    outcome: string;
    pointers: string[];
    plan: { desired: number };
    report: { service: string };
    markdown: string;
  };
  const run = <R>(client: Awaited<ReturnType<typeof open>>['client'], command: string, ...args: unknown[]) =>
    client.request<R>('workspace/executeCommand', { command: `ecsPreflight.${command}`, arguments: args });

  it('comes as plain data, with where its members stand and how to change them', async () => {
    const { client } = await open();
    const uri = client.uri('service.yaml');
    const answer = await run<Answer>(client, 'preview', uri);
    expect(answer).toMatchObject({
      prefix: '',
      outcome: 'completed',
      plan: { desired: 2 },
      report: { service: 'web' },
    });
    expect(answer.pointers).toContain('/deploymentConfiguration/maximumPercent');
    const location = await run<Location>(client, 'locate', uri, '', '/deploymentConfiguration/maximumPercent');
    expect(location).toEqual({ uri, range: client.range('service.yaml', 'maximumPercent') });
    const other = await run<Location>(client, 'locate', uri, '', 'taskDefinition#/family');
    expect(other.uri).toBe(client.uri('taskdef.json'));
    const edit = await run<WorkspaceEdit>(client, 'edit', uri, '', [{ pointer: '/desiredCount', value: 4 }]);
    expect(client.apply('service.yaml', edit)).toBe(SERVICE.replace('desiredCount: 2', 'desiredCount: 4'));
  });

  it('is shown as a document that follows the file, where the client asks servers for documents', async () => {
    const capabilities = { ...FULL, window: { showDocument: { support: true } } };
    const { client, textDocument } = await open({ capabilities });
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const { command } = await client.request<CodeLens>('codeLens/resolve', lenses[0]);
    expect(command?.command).toBe('ecsPreflight.report');
    const { uri } = await run<{ uri: string }>(client, 'report', ...(command?.arguments ?? []));
    expect(await client.next('window/showDocument')).toMatchObject({ uri });
    const read = () => client.request<{ text: string }>('workspace/textDocumentContent', { uri });
    const before = await read();
    expect(before.text).toContain('Rollout of web');
    client.edit('service.yaml', 'desiredCount: 2', 'desiredCount: 40');
    expect(await client.next('workspace/textDocumentContent/refresh')).toEqual({ uri });
    expect((await read()).text).not.toBe(before.text);
  });

  it('has nothing to say where no service stands, and says what it was given wrongly', async () => {
    const { client } = await open();
    client.open('other.yaml', 'a: 1\n');
    expect(await run(client, 'preview', client.uri('other.yaml'))).toBeNull();
    expect(await run(client, 'edit', client.uri('service.yaml'), '', [{ pointer: 1 }])).toBeNull();
    await expect(run(client, 'preview')).rejects.toThrow('URI');
  });
});
