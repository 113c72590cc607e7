import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
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
});
