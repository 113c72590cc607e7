import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../server/lsp/from-core';
import { createOverlay } from '../../server/lsp/overlay';
import { toPlainSnippet, toSnippetText } from '../../server/lsp/snippet';
import { toCoreUri } from '../../server/lsp/uri';

describe('snippets for clients that know none', () => {
  it.each([
    ['launchType: ${1|EC2,FARGATE|}', 'launchType: EC2'],
    ['a: ${1:x}\nb: $2$0', 'a: x\nb: '],
    ['${1:{"a": ${2:1}\\}}', '{"a": 1}'],
    ['\\$5 and \\} and {{ x }}', '$5 and } and {{ x }}'],
    ['${1}', ''],
  ])('%s', (snippet, plain) => {
    expect(toPlainSnippet(snippet)).toBe(plain);
  });

  it('escapes what has a meaning, and takes it back', () => {
    const text = 'a $1 } \\ {b}';
    expect(toPlainSnippet(toSnippetText(text))).toBe(text);
  });
});

describe('Markdown for clients that show text as it is', () => {
  it.each([
    ['**desiredCount** is `2`', 'desiredCount is 2'],
    ['[docs](https://a.b/c) say _so_', 'docs (https://a.b/c) say so'],
    ['# Title\n\n| a | b |\n| --- | --- |\n| 1 | 2 |', 'Title\n\n| a | b |\n| 1 | 2 |'],
    ['```yaml\na: 1\n```', 'a: 1\n'],
    ['snake_case_name stays', 'snake_case_name stays'],
    ['2 \\* 3', '2 * 3'],
  ])('%s', (markdown, plain) => {
    expect(toPlainText(markdown)).toBe(plain);
  });
});

describe('URIs', () => {
  it('are one for one file, however they are spelt', () => {
    const spellings = ['file:///C:/a%20b/%40x.json', 'file:///c%3A/a%20b/@x.json', 'file:///c:/a b/@x.json'];
    expect(new Set(spellings.map(toCoreUri)).size).toBe(1);
    expect(toCoreUri('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });
});

describe('files as the person sees them', () => {
  const make = (watched: boolean) => {
    const disk = new Map([['file:///w/a.json', 'disk']]);
    const open = new Map<string, string>();
    let time = 0;
    let reads = 0;
    const overlay = createOverlay({
      open: (uri) => open.get(uri),
      openUris: () => open.keys(),
      disk: {
        read(uri) {
          reads++;
          return disk.get(uri);
        },
        list: () => [...disk.keys()],
      },
      watched: () => watched,
      now: () => time,
    });
    return { overlay, disk, open, reads: () => reads, pass: (ms: number) => (time += ms) };
  };

  it('prefers unsaved text, and lists unsaved files', () => {
    const { overlay, open } = make(true);
    expect(overlay.read('file:///w/a.json')).toBe('disk');
    open.set('file:///w/a.json', 'unsaved');
    open.set('file:///w/new.json', '');
    expect(overlay.read('file:///w/a.json')).toBe('unsaved');
    expect(overlay.list('file:///w')).toEqual(['file:///w/a.json', 'file:///w/new.json']);
  });

  it('reads a watched file once, until it is told of a change', () => {
    const { overlay, disk, reads, pass } = make(true);
    overlay.read('file:///w/a.json');
    pass(60_000);
    overlay.read('file:///w/a.json');
    expect(reads()).toBe(1);
    disk.set('file:///w/a.json', 'changed');
    overlay.forget('file:///w/a.json');
    expect(overlay.read('file:///w/a.json')).toBe('changed');
  });

  it('reads an unwatched file again after a while', () => {
    const { overlay, disk, reads, pass } = make(false);
    overlay.read('file:///w/a.json');
    overlay.read('file:///w/a.json');
    expect(reads()).toBe(1);
    disk.set('file:///w/a.json', 'changed');
    pass(5000);
    expect(overlay.read('file:///w/a.json')).toBe('changed');
  });
});
