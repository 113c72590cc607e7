import { afterEach, describe, expect, it } from 'vitest';
import {
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type DefinitionLink,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type InlayHint,
  InsertTextFormat,
  InsertTextMode,
  type Location,
  type MarkupContent,
  type PrepareRenameResult,
  type SelectionRange,
  type SymbolInformation,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { PLAIN, stopAll } from './client';
import { FILES, open, SERVICE } from './open';

afterEach(stopAll);

describe('completion', () => {
  const HALF = `${SERVICE}launch`;

  it('offers members with snippets, kept apart for the replaced word', async () => {
    const { client, at } = await open({}, SERVICE.replace('launchType: EC2\n', 'launch\n'));
    const list = await client.request<CompletionList>('textDocument/completion', at('launch\n', 6));
    const item = list.items.find((i) => i.label === 'launchType');
    expect(item).toBeDefined();
    expect(list.itemDefaults?.editRange).toBeDefined();
    const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
    expect((resolved.documentation as MarkupContent).kind).toBe('markdown');
  });

  it('writes plain text for clients without snippets', async () => {
    const { client, at } = await open({ capabilities: PLAIN }, HALF);
    const list = await client.request<CompletionList>('textDocument/completion', at('launch', HALF.length));
    for (const item of list.items) {
      expect(item.insertTextFormat ?? InsertTextFormat.PlainText).toBe(InsertTextFormat.PlainText);
      expect((item.textEdit as { newText: string }).newText).not.toMatch(/\$\{?\d/);
    }
    expect(list.itemDefaults).toBeUndefined();
  });

  it('leaves the indentation of the line to the client, which adds it to every line of a snippet', async () => {
    const { client, at } = await open({}, `${SERVICE}  deploymentCirc\n`);
    const list = await client.request<CompletionList>('textDocument/completion', at('deploymentCirc\n', 14));
    const item = list.items.find(({ label }) => label === 'deploymentCircuitBreaker');
    expect(item?.textEditText).toMatch(/^deploymentCircuitBreaker:\n {2}enable: /);
    expect(item?.insertTextMode).toBe(InsertTextMode.adjustIndentation);
  });

  it('offers whole definitions in an empty file that is to be one', async () => {
    const { client } = await open();
    const uri = client.open('ecs-service-def.yaml', '# shop\nfarg');
    const asked = { textDocument: { uri }, position: { line: 1, character: 4 } };
    const list = await client.request<CompletionList>('textDocument/completion', asked);
    expect(list.itemDefaults?.editRange).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 4 } });
    const item = list.items.find(({ label }) => label.includes('Fargate'));
    expect(item?.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(item?.textEditText).toContain('launchType: FARGATE');
    const other = { ...asked, textDocument: { uri: client.open('values.yaml', '# shop\nfarg') } };
    expect(await client.request('textDocument/completion', other)).toBeNull();
  });
});

describe('hover', () => {
  it('answers in Markdown, or in plain words where the client shows text as it is', async () => {
    const rich = await open();
    const hover = await rich.client.request<Hover>('textDocument/hover', rich.at('minimumHealthyPercent', 3));
    expect(hover.contents).toMatchObject({ kind: 'markdown' });
    expect(hover.range).toEqual(rich.client.range('service.yaml', 'minimumHealthyPercent'));
    const plain = await open({ capabilities: PLAIN });
    const words = await plain.client.request<Hover>('textDocument/hover', plain.at('minimumHealthyPercent', 3));
    expect(words.contents).toMatchObject({ kind: 'plaintext' });
    expect((words.contents as MarkupContent).value).not.toMatch(/\*\*|\]\(/);
  });

  it('is empty in files that are not ours', async () => {
    const { client } = await open();
    client.open('other.yaml', 'a: 1\n');
    expect(
      await client.request('textDocument/hover', {
        textDocument: { uri: client.uri('other.yaml') },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });
});

describe('outline and search', () => {
  it('nests the outline, or flattens it for clients that cannot nest', async () => {
    const rich = await open();
    const [root] = await rich.client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: rich.textDocument,
    });
    expect(root?.children?.map((child) => child.name)).toContain('deploymentConfiguration');
    const plain = await open({ capabilities: PLAIN });
    const flat = await plain.client.request<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: plain.textDocument,
    });
    expect(flat.map((symbol) => symbol.name)).toContain('deploymentConfiguration');
    expect(flat[0]?.location.uri).toBe(plain.textDocument.uri);
  });

  it('finds services of files that are not open', async () => {
    const { client } = await open({
      files: { ...FILES, 'b/service.yaml': SERVICE.replace('serviceName: web', 'serviceName: payments') },
    });
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'paym' });
    expect(found.map((symbol) => [symbol.name, symbol.location.uri])).toEqual([
      ['payments', client.uri('b/service.yaml')],
    ]);
  });
});

describe('two files', () => {
  it('goes from a container name to the container, and back to all its uses', async () => {
    const { client, at } = await open();
    const [link] = await client.request<DefinitionLink[]>('textDocument/definition', at('app\n', 1));
    expect(link?.targetUri).toBe(client.uri('taskdef.json'));
    const uses = await client.request<Location[]>('textDocument/references', {
      ...at('app\n', 1),
      context: { includeDeclaration: true },
    });
    expect(new Set(uses.map((use) => use.uri))).toEqual(
      new Set([client.uri('taskdef.json'), client.uri('service.yaml')]),
    );
    const plain = await open({ capabilities: PLAIN });
    const [location] = await plain.client.request<Location[]>('textDocument/definition', plain.at('app\n', 1));
    expect(location).toMatchObject({ uri: plain.client.uri('taskdef.json') });
  });

  it('renames a container in both', async () => {
    const { client, at } = await open();
    const target = await client.request<PrepareRenameResult>('textDocument/prepareRename', at('app\n', 1));
    expect(target).toMatchObject({ placeholder: 'app' });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at('app\n', 1), newName: 'front' });
    expect(client.apply('service.yaml', edit)).toContain('containerName: front');
    expect(client.apply('taskdef.json', edit)).toContain('"name": "front"');
  });

  it('says why a name cannot be', async () => {
    const { client, at } = await open();
    const refused = client.request('textDocument/rename', { ...at('app\n', 1), newName: 'not a name!' });
    await expect(refused).rejects.toThrow(/name/i);
  });

  it('highlights, links and selects', async () => {
    const { client, at, textDocument } = await open();
    const highlights = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at('app\n', 1));
    expect(highlights.map((h) => h.range)).toContainEqual(client.range('service.yaml', 'app'));
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    expect(links.map((link) => link.target)).toContain(client.uri('taskdef.json'));
    const { position } = at('50', 1);
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    expect(selection?.range).toEqual(client.range('service.yaml', '50'));
    expect(selection?.parent?.range).toEqual(client.range('service.yaml', 'minimumHealthyPercent: 50'));
  });
});

describe('lenses and hints', () => {
  it('resolves a lens when it comes into view, with commands that the client has', async () => {
    const commands = { preview: 'client.preview', showPlaces: 'client.show' };
    const { client, textDocument } = await open({ params: { initializationOptions: { commands } } });
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.every((lens) => lens.command === undefined)).toBe(true);
    const resolved = await Promise.all(lenses.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
    expect(resolved.map((lens) => lens.command?.command)).toContain('client.preview');
    expect(resolved.map((lens) => lens.command?.command)).toContain('client.show');
  });

  it('shows words without a link where the client has no command', async () => {
    const { client, textDocument } = await open();
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const { command } = await client.request<CodeLens>('codeLens/resolve', lens);
    expect(command).toMatchObject({ command: '' });
    expect(command?.title).toMatch(/rollout/i);
  });

  it('computes the task counts behind percentages, in the range that is asked for', async () => {
    const { client, textDocument } = await open();
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range: all });
    expect(hints.map((hint) => hint.position.line)).toContain(client.at('service.yaml', 'minimumHealthyPercent').line);
    const first = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
    expect(await client.request('textDocument/inlayHint', { textDocument, range: first })).toEqual([]);
  });

  it('can be switched off', async () => {
    const { client, textDocument } = await open({ settings: () => ({ codeLens: false, inlayHints: false }) });
    expect(await client.request('textDocument/codeLens', { textDocument })).toBeNull();
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(await client.request('textDocument/inlayHint', { textDocument, range })).toBeNull();
  });
});
