import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeBuilt, ROOT } from '../built';

const VSIX = '.cache/test.vsix';

/** Every file in the package, one by one: what is not listed here does not ship. Marked `?` may not have been written yet. */
const FILES = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  '? extension/readme.md',
  '? extension/changelog.md',
  'extension/package.json',
  'extension/client/icon.png',
  'extension/client/examples/create-service/payments-service.json',
  'extension/client/examples/ecspresso-web/ecs-service-def.yaml',
  'extension/client/examples/ecspresso-web/ecs-task-def.json',
  'extension/client/examples/ecspresso-web/ecspresso.yml',
  'extension/client/examples/fine/checkout-service.yaml',
  'extension/client/walkthrough/ci.md',
  'extension/client/walkthrough/complete.md',
  'extension/client/walkthrough/fix.md',
  'extension/client/walkthrough/open.md',
  'extension/client/walkthrough/preview.md',
  'extension/dist/extension.browser.js',
  'extension/dist/extension.js',
  'extension/dist/language-client.js',
  'extension/dist/parts/query.js',
  'extension/dist/parts/simulator.js',
  'extension/dist/parts/yaml.js',
  'extension/dist/preview.css',
  'extension/dist/preview.js',
  'extension/dist/server-main.js',
  'extension/dist/server.browser.js',
  'extension/dist/server.js',
  'extension/dist/simulator.js',
  'extension/dist/texts.json',
  'extension/schemas/generated/ecs-preflight-config.schema.json',
];

/** Names in a zip, from its central directory (APPNOTE 4.3.12). */
function namesIn(zip: Buffer): string[] {
  const names: string[] = [];
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  }
  return names;
}

describeBuilt(
  'the .vsix',
  [
    'extension.js',
    'extension.browser.js',
    'language-client.js',
    'server.js',
    'server-main.js',
    'server.browser.js',
    'texts.json',
  ],
  () => {
    it('holds the files that are meant to ship, and weighs at most 1 MB', () => {
      const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', '--out', VSIX], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
      const zip = readFileSync(join(ROOT, VSIX));
      const names = namesIn(zip);
      const must = FILES.filter((name) => !name.startsWith('? '));
      const may = FILES.map((name) => name.replace('? ', ''));
      expect(must.filter((name) => !names.includes(name))).toEqual([]);
      expect(names.filter((name) => !may.includes(name))).toEqual([]);
      expect(zip.length).toBeLessThanOrEqual(1_000_000);
    });
  },
);
