/** What the preview costs while nobody looks at it: nothing, in the client and in the server. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeLens, InlayHint } from 'vscode-languageserver';
import { registerPreview } from '../../client/preview/panel';
import { previewOf } from '../../server/core/rollout/preview';
import { simulate } from '../../server/core/simulator/simulate';
import { stopAll } from '../lsp/client';
import { open } from '../lsp/open';

const editor = vi.hoisted(() => {
  type Listener = (event: unknown) => void;
  const listeners = new Map<string, Set<Listener>>();
  const panels: { receive?: Listener; close?: Listener; sent: unknown[] }[] = [];
  const on = (name: string) => (listener: Listener) => {
    const all = listeners.get(name) ?? new Set();
    listeners.set(name, all.add(listener));
    return { dispose: () => void all.delete(listener) };
  };
  const uri = (text: string) => ({ path: text.replace(/^\w+:\/\//, ''), toString: () => text });
  const createPanel = () => {
    const panel: (typeof panels)[number] = { sent: [] };
    panels.push(panel);
    return {
      visible: true,
      webview: {
        cspSource: 'self',
        asWebviewUri: (file: unknown) => file,
        postMessage: (message: unknown) => panel.sent.push(message),
        onDidReceiveMessage: (receive: Listener) => {
          panel.receive = receive;
        },
      },
      onDidDispose: (close: Listener) => {
        panel.close = close;
      },
    };
  };
  const commands = new Map<string, (...args: unknown[]) => unknown>();
  const vscode = {
    Disposable: { from: (...all: { dispose(): void }[]) => ({ dispose: () => all.map((one) => one.dispose()) }) },
    Uri: { parse: uri, joinPath: ({ path }: { path: string }, ...parts: string[]) => uri([path, ...parts].join('/')) },
    ViewColumn: { Beside: -2 },
    commands: {
      registerCommand(name: string, run: () => unknown) {
        commands.set(name, run);
        return { dispose() {} };
      },
    },
    window: { createWebviewPanel: createPanel, registerWebviewPanelSerializer: () => ({ dispose() {} }) },
    workspace: {
      onDidChangeTextDocument: on('change'),
      onDidSaveTextDocument: on('save'),
      onDidChangeConfiguration: on('configuration'),
    },
  };
  const watching = () => [...listeners.values()].reduce((sum, all) => sum + all.size, 0);
  const type = () =>
    listeners.get('change')?.forEach((listener) => {
      listener({ document: { languageId: 'yaml', uri: uri('file:///a.yaml') }, contentChanges: [{}] });
    });
  return { vscode, panels, commands, watching, type };
});
vi.mock('vscode', () => editor.vscode);
vi.mock('../../server/core/rollout/preview', async (original) => {
  const real = await original<typeof import('../../server/core/rollout/preview')>();
  return { ...real, previewOf: vi.fn(real.previewOf) };
});
vi.mock('../../server/core/simulator/simulate', async (original) => {
  const real = await original<typeof import('../../server/core/simulator/simulate')>();
  return { ...real, simulate: vi.fn(real.simulate) };
});

describe('the client without a panel', () => {
  const run = vi.fn(async () => null);
  const server = { wanted: true, run } as unknown as Parameters<typeof registerPreview>[1];
  const context = { extensionUri: { path: '/extension' } } as unknown as Parameters<typeof registerPreview>[0];
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('follows nothing and asks the server for nothing, before the first panel and after the last', async () => {
    const registered = registerPreview(context, server);
    expect(editor.watching()).toBe(0);
    editor.type();
    await vi.advanceTimersByTimeAsync(1000);
    expect(run).not.toHaveBeenCalled();
    expect(editor.panels).toHaveLength(0);

    await editor.commands.get('ecsPreflight.previewRollout')?.('file:///a.yaml');
    const [panel] = editor.panels;
    panel?.receive?.({ v: 1, type: 'ready' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(run).toHaveBeenCalledTimes(1);
    editor.type();
    await vi.advanceTimersByTimeAsync(1000);
    expect(run).toHaveBeenCalledTimes(2);

    panel?.close?.(undefined);
    expect(editor.watching()).toBe(0);
    editor.type();
    await vi.advanceTimersByTimeAsync(1000);
    expect(run).toHaveBeenCalledTimes(2);
    registered.dispose();
  });
});

describe('the server without a panel', () => {
  afterEach(stopAll);

  it('computes no report for what editors ask at every key, and one for a lens that comes into view', async () => {
    const { client, textDocument } = await open();
    vi.mocked(previewOf).mockClear();
    vi.mocked(simulate).mockClear();
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    let lenses: CodeLens[] = [];
    for (const count of [20, 200, 2000]) {
      client.edit('service.yaml', 'desiredCount: 2', 'desiredCount: 20');
      await client.pull('service.yaml');
      lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
      const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
      expect(JSON.stringify(hints)).toContain(`at most ${count * 1.5}`);
      await client.request('textDocument/completion', { textDocument, position: { line: 3, character: 4 } });
      await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
      await client.request('textDocument/documentSymbol', { textDocument });
    }
    expect(previewOf).not.toHaveBeenCalled();
    expect(simulate).not.toHaveBeenCalled();
    const lens = lenses.find(({ data }) => data.lens.about === 'rollout');
    const resolved = await client.request<CodeLens>('codeLens/resolve', lens);
    expect(resolved.command?.title).toMatch(/^Preview rollout · /);
    expect(previewOf).toHaveBeenCalledTimes(1);
  });
});
