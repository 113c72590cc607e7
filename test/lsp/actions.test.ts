import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { FULL, stopAll } from './client';
import { open, SERVICE } from './open';

afterEach(stopAll);

describe('code actions', () => {
  const WRONG = SERVICE.replace('launchType: EC2', 'launchType: ec2');
  const asked = (client: Awaited<ReturnType<typeof open>>['client'], only?: string[]) => ({
    textDocument: { uri: client.uri('service.yaml') },
    range: client.range('service.yaml', 'ec2'),
    context: { diagnostics: [] as unknown[], ...(only && { only }) },
  });

  it('offers a fix, and makes its edit when it is chosen', async () => {
    const { client } = await open({}, WRONG);
    const diagnostics = await client.check('service.yaml');
    const params = asked(client, ['quickfix']);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...params,
      context: { ...params.context, diagnostics },
    });
    const fix = actions.find((action) => action.isPreferred);
    expect(fix).toMatchObject({ kind: 'quickfix', diagnostics: [{ range: params.range }] });
    expect(fix?.edit).toBeUndefined();
    const { edit } = await client.request<CodeAction>('codeAction/resolve', fix);
    expect(client.apply('service.yaml', edit as WorkspaceEdit)).toBe(SERVICE);
  });

  it('sends the edit at once where the client cannot ask for it later', async () => {
    const capabilities = {
      ...FULL,
      textDocument: {
        ...FULL.textDocument,
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      },
    };
    const { client } = await open({ capabilities }, WRONG);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', asked(client, ['quickfix']));
    expect(client.apply('service.yaml', actions.find((action) => action.isPreferred)?.edit as WorkspaceEdit)).toBe(
      SERVICE,
    );
  });

  it('fixes all that is safe on request, and only then', async () => {
    const { client } = await open({}, WRONG);
    const [all] = await client.request<CodeAction[]>('textDocument/codeAction', asked(client, ['source.fixAll']));
    expect(all?.kind).toBe('source.fixAll.ecsPreflight');
    const { edit } = await client.request<CodeAction>('codeAction/resolve', all);
    expect(client.apply('service.yaml', edit as WorkspaceEdit)).toBe(SERVICE);
    const quick = await client.request<CodeAction[]>('textDocument/codeAction', asked(client, ['quickfix']));
    expect(quick.map((action) => action.kind)).not.toContain('source.fixAll.ecsPreflight');
  });

  it('silences a rule with a comment', async () => {
    const { client } = await open({}, WRONG);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', asked(client, ['quickfix']));
    const silence = actions.find(
      (action) => !action.isPreferred && /comment|silence|disable|switch off/i.test(action.title),
    );
    const { edit } = await client.request<CodeAction>('codeAction/resolve', silence);
    expect(client.apply('service.yaml', edit as WorkspaceEdit)).toContain('# ecs-preflight-disable');
  });

  it('writes the file in the other syntax for a client that creates files, and never over one that is there', async () => {
    const { client } = await open({}, SERVICE);
    const whole = {
      textDocument: { uri: client.uri('service.yaml') },
      range: client.range('service.yaml', 'serviceName'),
      context: { diagnostics: [], only: ['refactor.rewrite'] },
    };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', whole);
    const json = actions.find((action) => action.title.startsWith('Write as JSON'));
    const { edit } = await client.request<CodeAction>('codeAction/resolve', json);
    const [created, filled] = (edit as WorkspaceEdit).documentChanges as [CreateFile, TextDocumentEdit];
    expect(created).toEqual({ kind: 'create', uri: client.uri('service.json'), options: { overwrite: false } });
    const [{ newText }] = filled.edits as [TextEdit];
    expect(JSON.parse(newText)).toMatchObject({ serviceName: 'web' });
    expect(filled.textDocument).toEqual({ uri: client.uri('service.json'), version: null });
  });

  it('keeps away from files where the client cannot create any', async () => {
    const workspace = { ...FULL.workspace, workspaceEdit: { documentChanges: true } };
    const { client } = await open({ capabilities: { ...FULL, workspace } }, SERVICE);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('service.yaml') },
      range: client.range('service.yaml', 'serviceName'),
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title).filter((title) => title.startsWith('Write as'))).toEqual([]);
  });
});
