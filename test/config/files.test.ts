import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNodeHost, decode, matcher, readText, toPath, toUri, walk } from '../../server/config';
import { makeFolder } from '../cli/io';

describe('reading', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);

  it('says what is wrong with content that is not UTF-8 text', () => {
    expect(decode(bytes(0xff, 0xfe, 0x61, 0)).message).toContain('UTF-16');
    expect(decode(bytes(0x61, 0, 0x62)).message).toContain('binary');
    expect(decode(bytes(0x61, 0x0a, 0x62, 0xff, 0x63))).toEqual({
      trouble: 'not-utf8',
      message: 'is not UTF-8 text (see line 2); save it as UTF-8',
    });
    expect(decode(new Uint8Array(100), 50).trouble).toBe('too-large');
  });

  it('gives any well-formed text back as it is, a BOM and U+FFFD too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\0', '')),
        (text) => {
          for (const t of [text, `\ufeff${text}`, `${text}\ufffd`])
            expect(decode(new TextEncoder().encode(t))).toEqual({ text: t });
        },
      ),
    );
  });

  it('tells folders, loops of links and missing files apart, and never waits', () => {
    const folder = makeFolder({ 'a/b.json': '{}' });
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    expect(readText(folder).trouble).toBe('folder');
    expect(readText(join(folder, 'none'))).toEqual({ trouble: 'gone', message: 'does not exist' });
    expect(readText(join(folder, 'a/b.json/c')).trouble).toBe('gone');
    expect(readText(join(folder, 'loop')).message).toContain('circle');
    expect(readText('/dev/zero').message).toBe('is no regular file');
    expect(readText(join(folder, 'a/b.json'), 1).trouble).toBe('too-large');
  });

  it.skipIf(process.getuid?.() === 0)('says when it may not', () => {
    const folder = makeFolder({ 'a.json': '{}' });
    chmodSync(join(folder, 'a.json'), 0);
    expect(readText(join(folder, 'a.json')).message).toContain('permission denied');
  });
});

describe('the host', () => {
  it('lists and reads neighbours by URI, with names that need escapes', () => {
    const folder = makeFolder({ 'a b#ü.json': '{}', 'sub/c.json': '' });
    const host = createNodeHost();
    const [uri] = host.list(toUri(folder));
    expect(host.list(toUri(folder))).toHaveLength(1);
    expect(toPath(uri as string)).toBe(join(folder, 'a b#ü.json'));
    expect(host.read(uri as string)).toBe('{}');
  });

  it('sees changes on disk unless it is frozen', () => {
    const folder = makeFolder({ 'a.json': '1' });
    const uri = toUri(join(folder, 'a.json'));
    const live = createNodeHost();
    const frozen = createNodeHost({ frozen: true });
    expect([live.read(uri), frozen.read(uri), live.list(toUri(folder)).length]).toEqual(['1', '1', 1]);
    writeFileSync(join(folder, 'a.json'), '22');
    expect([live.read(uri), frozen.read(uri)]).toEqual(['22', '1']);
    frozen.forget(uri);
    expect(frozen.read(uri)).toBe('22');
  });

  it('answers nothing for what it must not or cannot read', () => {
    const folder = makeFolder({ 'a.json': '1' });
    const uri = toUri(join(folder, 'a.json'));
    expect(createNodeHost({ mayRead: () => false }).read(uri)).toBeUndefined();
    expect(createNodeHost({ mayRead: () => false }).list(toUri(folder))).toEqual([]);
    expect(createNodeHost().read('untitled:x')).toBeUndefined();
    expect(createNodeHost().read('::not a uri')).toBeUndefined();
    expect(createNodeHost().list(toUri(join(folder, 'none')))).toEqual([]);
  });
});

describe('globs', () => {
  it.each<[string[], string, boolean]>([
    [['*.yaml'], 'a/b/c.yaml', true],
    [['a/*.yaml'], 'a/b/c.yaml', false],
    [['a/**'], 'a/b/c.yaml', true],
    [['a/'], 'a/b/c.yaml', true],
    [['./a/**'], 'a/c.yaml', true],
    [['**/*.yaml', '!b.yaml'], 'a/b.yaml', false],
    [['!b.yaml', '*.yaml'], 'a/b.yaml', true],
    [['!b.yaml'], 'a.yaml', true],
    [['.hidden/**'], '.hidden/a.yaml', true],
    [[], 'a.yaml', false],
  ])('%j on %s: %s', (patterns, path, expected) => {
    expect(matcher(patterns)(path)).toBe(expected);
  });
});

describe('walking', () => {
  const walked = (folder: string, from = '.') =>
    walk(join(folder, from), { accept: (p) => p.endsWith('.json') }).map((p) => relative(folder, p));

  it('goes everywhere but into other people’s folders, links and what .gitignore names', () => {
    const folder = makeFolder({
      '.git/x.json': '',
      '.gitignore': '/out\n*.gen.json\n!keep.gen.json\nlogs/\n',
      'a.json': '',
      'a.yaml': '',
      'out/b.json': '',
      'sub/out/b.json': '',
      'sub/x.gen.json': '',
      'sub/keep.gen.json': '',
      'sub/logs/c.json': '',
      'sub/.gitignore': 'deep.json\n!logs/\n',
      'sub/deep.json': '',
      'node_modules/p/d.json': '',
      'cdk.out/e.json': '',
      '.ecs/f.json': '',
    });
    symlinkSync(folder, join(folder, 'sub', 'round'));
    expect(walked(folder)).toEqual(['.ecs/f.json', 'a.json', 'sub/keep.gen.json', 'sub/logs/c.json', 'sub/out/b.json']);
    expect(walked(folder, 'sub')).toEqual(['sub/keep.gen.json', 'sub/logs/c.json', 'sub/out/b.json']);
  });

  it('tells of folders that cannot be listed', () => {
    const told: string[] = [];
    expect(
      walk('/nonexistent-folder', { accept: () => true, onTrouble: (path, code) => told.push(`${path} ${code}`) }),
    ).toEqual([]);
    expect(told).toEqual(['/nonexistent-folder ENOENT']);
  });
});
