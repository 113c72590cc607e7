import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { bundle, describeBuilt } from '../built';

const SERVICE = 'serviceName: web\ncluster: main\ntaskDefinition: web\nlaunchType: FARGATEE\ndesiredCount: 2\n';
const textDocument = { uri: 'vscode-vfs://github/o/r/service.yaml' };

interface Message {
  id?: number;
  result?: unknown;
}

/** A worker with what browsers and nothing else gives: no process, no require. */
function startWorker() {
  const waiting = new Map<number, (result: unknown) => void>();
  const scope: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    performance,
    URL,
    TextEncoder,
    TextDecoder,
    addEventListener() {},
    postMessage({ id, result }: Message) {
      if (id !== undefined) waiting.get(id)?.(result);
    },
  };
  scope.self = scope;
  createContext(scope);
  runInContext(`globalThis.ecsPreflightTexts = ${readFileSync(bundle('texts.json'), 'utf8')};`, scope);
  runInContext(readFileSync(bundle('server.browser.js'), 'utf8'), scope);
  let last = 0;
  const deliver = (message: object) =>
    (scope.onmessage as (event: object) => void)({ data: { jsonrpc: '2.0', ...message } });
  return {
    notify: (method: string, params: object) => deliver({ method, params }),
    request<R>(method: string, params: object): Promise<R> {
      const id = ++last;
      return new Promise((resolve) => {
        waiting.set(id, resolve as (result: unknown) => void);
        deliver({ id, method, params });
      });
    },
  };
}

describeBuilt('the server in a worker', ['server.browser.js', 'texts.json'], () => {
  it('checks, explains and completes without Node', async () => {
    const worker = startWorker();
    const capabilities = { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } };
    await worker.request('initialize', { processId: null, rootUri: null, capabilities });
    worker.notify('initialized', {});
    worker.notify('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'yaml', version: 1, text: SERVICE },
    });
    const report = await worker.request<{ items: { code: string }[] }>('textDocument/diagnostic', { textDocument });
    expect(report.items.map((item) => item.code)).toContain('not-a-listed-value');
    const position = { line: 3, character: 2 };
    const hover = await worker.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position,
    });
    expect(hover.contents.value).toContain('launchType');
    const list = await worker.request<{ items: unknown[] }>('textDocument/completion', { textDocument, position });
    expect(list.items.length).toBeGreaterThan(0);
  });
});
