import { describe, expect, it, vi } from 'vitest';
import { createGate } from '../../client/gate';

const SERVICE = 'serviceName: web\ndesiredCount: 2\n';

/** As much of a document as the gate looks at. */
function makeDocument(text: string, uri = 'file:///w/a.yaml') {
  let now = text;
  return {
    uri: { toString: () => uri, scheme: uri.slice(0, uri.indexOf(':')), path: uri.slice(uri.lastIndexOf('/')) },
    getText: () => now,
    lineCount: 1,
    lineAt: () => ({ range: { end: now.length } }),
    offsetAt: (end: number) => end,
    write: (newer: string) => {
      now = newer;
    },
  };
}

function setUp() {
  const openNow = vi.fn();
  const gate = createGate(openNow) as unknown as Record<
    'didOpen' | 'didChange' | 'didClose',
    (data: unknown, next: unknown) => Promise<void>
  > & {
    sendRequest: (type: string, param: unknown, token: undefined, next: unknown) => Promise<unknown>;
  };
  const next = vi.fn(async () => undefined);
  const ask = (document: ReturnType<typeof makeDocument>) =>
    gate.sendRequest(
      'textDocument/hover',
      { textDocument: { uri: document.uri.toString() } },
      undefined,
      async () => 'asked',
    );
  return { gate, next, openNow, ask };
}

describe('the gate', () => {
  it('lets documents through that may be ours', async () => {
    const { gate, next, ask } = setUp();
    const document = makeDocument(SERVICE);
    await gate.didOpen(document, next);
    await gate.didChange({ document, contentChanges: [] }, next);
    expect(await ask(document)).toBe('asked');
    await gate.didClose(document, next);
    expect(next).toHaveBeenCalledTimes(3);
  });

  it('keeps the others away from the server, and answers for it', async () => {
    const { gate, next, ask } = setUp();
    const document = makeDocument('a: 1\n');
    await gate.didOpen(document, next);
    await gate.didChange({ document, contentChanges: [{ text: 'b' }] }, next);
    expect(await ask(document)).toBeNull();
    await gate.didClose(document, next);
    expect(next).not.toHaveBeenCalled();
  });

  it('opens a document when it becomes ours', async () => {
    const { gate, next, openNow, ask } = setUp();
    const document = makeDocument('a: 1\n');
    await gate.didOpen(document, next);
    document.write(SERVICE);
    await gate.didChange({ document, contentChanges: [{ text: SERVICE }] }, next);
    expect(openNow).toHaveBeenCalledWith(document);
    await gate.didOpen(document, next);
    expect(next).toHaveBeenCalledTimes(1);
    expect(await ask(document)).toBe('asked');
  });

  it('leaves made-up documents alone, whatever they hold', async () => {
    const { gate, next } = setUp();
    await gate.didOpen(makeDocument(SERVICE, 'git:/w/a.yaml'), next);
    expect(next).not.toHaveBeenCalled();
  });
});
