/**
 * Pictures of the preview, from what was built.
 *
 *   node scripts/screenshots.mjs             docs/preview.png, for the README
 *   node scripts/screenshots.mjs --all DIR   every kind of rollout in four themes, 400 and 1600 px wide, to be looked at
 */
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dress, makeReport, ROLLOUTS, root, THEME_NAMES, withBrowser } from './preview-page.mjs';

const all = process.argv.indexOf('--all');
if (all > 0) await takeAll(resolve(process.argv[all + 1] ?? 'screenshots'));
else await takeOne(join(root, 'docs/preview.png'));

async function takeOne(path) {
  await withBrowser({ width: 1280, height: 800 }, async (context, folder) => {
    const page = await context.newPage();
    await page.goto(makeReport('healthy', folder));
    await page.waitForSelector('.verdict');
    await dress(page, 'dark');
    await page.getByLabel('Maximum', { exact: false }).fill('200');
    await page.waitForFunction(() => document.querySelector('.before') !== null);
    await page.locator('#advice summary').click();
    await page.locator('#compare summary').click();
    await page.evaluate(() => window.scrollTo(0, 0));
    // What lies under the pointer would look different.
    await page.mouse.move(0, 0);
    await dress(page, 'dark');
    await page.screenshot({ path });
  });
  console.log(`${path} ${(statSync(path).size / 1000).toFixed(0)} kB`);
}

async function takeAll(folder) {
  mkdirSync(folder, { recursive: true });
  for (const width of [1600, 400]) {
    await withBrowser({ width, height: 1000 }, async (context, files) => {
      for (const name of Object.keys(ROLLOUTS)) {
        const page = await context.newPage();
        await page.goto(makeReport(name, files));
        await page.waitForSelector('.verdict');
        for (const theme of THEME_NAMES) {
          await dress(page, theme);
          await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) });
        }
        await page.close();
      }
    });
  }
  console.log(`pictures in ${folder}`);
}
