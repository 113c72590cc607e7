import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPath, toUri, urisIn } from '../../server/config/uri';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((s) => !/[/\\\0]|^\.{1,2}$/.test(s));

it('names the files of a folder as it names files', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 3 }), name, (folders, file) => {
      const folder = join('/', ...folders);
      expect(urisIn(folder)(file)).toBe(toUri(join(folder, file)));
      expect(toPath(urisIn(folder)(file))).toBe(join(folder, file));
    }),
  );
  expect(urisIn('/')('a.json')).toBe('file:///a.json');
  expect(urisIn('/w x')('a b.json')).toBe('file:///w%20x/a%20b.json');
});
