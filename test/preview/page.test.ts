import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, buildPage, dress, noBrowser, openBrowser, openPage, reportFile } from './browser';
import { CASES, type CaseName } from './cases';
import { THEMES } from './themes';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** @param rules all of them without a list */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(AXE);
  const how = rules ? JSON.stringify({ runOnly: rules }) : '{}';
  const found = (await page.evaluate(`axe.run(${how})`)) as { violations: Violation[] };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Opens every section and every table below a picture. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.waitForFunction(() => document.querySelector('#exports .body') !== null);
}

describe.skipIf(noBrowser)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildPage();
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const open = async (name: CaseName) => openPage(browser, await reportFile(CASES[name], name));

  it.each([
    ['healthy', /completes in about 6 min, in 4 waves; never fewer than 6/],
    ['stuck', /can never finish\. ECS may not start a task/],
    ['rollback', /is rolled back after 5 min/],
    ['daemon', /as few as 6 healthy tasks of 12/],
    ['canary', /in 2 traffic shifts/],
    ['large', /in 55 waves; as few as 4500/],
  ] as const)('shows %s under its own policy, and asks the network for nothing', async (name, words) => {
    const { page, wrong, asked } = await open(name);
    expect(await page.getByRole('status').first().textContent()).toMatch(words);
    await openAll(page);
    expect(wrong).toEqual([]);
    expect(asked).toEqual([]);
    await page.close();
  });

  it('has no serious accessibility violation, with everything open', async () => {
    const { page } = await open('canary');
    await openAll(page);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each(Object.entries(THEMES))('keeps its contrast in the theme %s', async (_, theme) => {
    const { page } = await open('stuck');
    await dress(page, theme);
    expect(await violations(page, ['color-contrast'])).toEqual([]);
    await page.close();
  });

  it('would hear of a violation', async () => {
    const { page } = await open('stuck');
    await page.evaluate(() => {
      const verdict = document.querySelector<HTMLElement>('.verdict');
      if (verdict) Object.assign(verdict.style, { color: '#888', background: '#999' });
    });
    expect(await violations(page, ['color-contrast'])).toHaveLength(1);
    await page.close();
  });

  it.each(['rollback', 'canary', 'daemon'] as const)('never scrolls sideways at 400 px: %s', async (name) => {
    const { page } = await open(name);
    await page.setViewportSize({ width: 400, height: 800 });
    await openAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await page.close();
  });

  it('moves one cursor through all pictures by the keyboard', async () => {
    const { page } = await open('healthy');
    const slider = page.getByRole('slider', { name: /^Tasks: moment/ });
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0:00: 6 old healthy, 0 new healthy/);
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0:07: 6 old healthy, 0 new healthy, 1 starting/);
    await page.keyboard.press('Shift+ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0:37/);
    expect(await page.locator('output.moment').textContent()).toBe('0:37');
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/6 new healthy, 0 starting, 0 stopping, 6 in all$/);
    const cursors = await page
      .locator('.cursor')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform));
    expect(new Set(cursors).size).toBe(1);
    await page.close();
  });

  it('zooms and shows all of it again', async () => {
    const { page } = await open('healthy');
    const all = page.getByRole('button', { name: 'All', exact: true });
    expect(await all.isDisabled()).toBe(true);
    await page.getByRole('slider', { name: /^Tasks: moment/ }).focus();
    await page.keyboard.press('+');
    expect(await all.isDisabled()).toBe(false);
    await page.keyboard.press('0');
    expect(await all.isDisabled()).toBe(true);
    await page.close();
  });

  it('answers what if at once, says what is different, and goes back', async () => {
    const { page } = await open('stuck');
    await page.getByRole('button', { name: 'Try 150' }).click();
    await page.waitForFunction(() => document.querySelector('.verdict')?.textContent?.includes('completes'));
    await page.locator('#compare summary').click();
    expect(await page.locator('.differences').textContent()).toContain('It completes; before, it never finishes.');
    expect(await page.locator('.before path').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.waitForFunction(() => document.querySelector('.verdict')?.textContent?.includes('never finish'));
    await page.close();
  });

  it('tries what is suggested, also where no member of the file holds it', async () => {
    const { page } = await open('canary');
    const wanted = page.getByRole('listitem').filter({ hasText: 'deregistration delay to 30 s' });
    await wanted.getByRole('button', { name: 'Try 30' }).click();
    await page.waitForFunction(() => !document.querySelector('#advice')?.textContent?.includes('deregistration delay'));
    expect(await page.getByLabel('Deregistration delay', { exact: false }).inputValue()).toBe('30');
    await page.close();
  });

  it('says of what was asked for why it happens', async () => {
    const { page } = await open('rollback');
    await page.locator('#events').getByText('what if: tasks fail', { exact: true }).first().waitFor();
    await page.close();
  });

  it('takes what is typed into a control, and nothing out of bounds', async () => {
    const { page } = await open('healthy');
    const maximum = page.getByLabel('Maximum', { exact: false });
    await maximum.fill('200');
    await page.waitForFunction(() => document.querySelector('.verdict')?.textContent?.includes('at most 12 tasks'));
    await maximum.fill('99999');
    await page.waitForFunction(() => document.querySelector('.verdict')?.textContent?.includes('at most 9 tasks'));
    await page.close();
  });

  it('breaks tasks when asked to, and compares with a kept run', async () => {
    const { page } = await open('healthy');
    await page.getByRole('button', { name: 'Keep this run' }).click();
    await page.getByLabel('New tasks').selectOption('crash');
    await page.waitForFunction(() => document.querySelector('.verdict')?.textContent?.includes('rolled back'));
    await page.locator('#compare summary').click();
    expect(await page.locator('#compare').textContent()).toContain('with the kept run');
    await page.close();
  });

  it('makes many runs with odds and a fan', async () => {
    const { page } = await open('healthy');
    await page.locator('#many summary').first().click();
    await page.locator('#many select').selectOption('200');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Of 200 runs').waitFor();
    expect(await page.locator('.said').textContent()).toBe('200 runs are made.');
    expect(await page.locator('.odds').first().textContent()).toMatch(/completes\s*100 %/);
    expect(await page.locator('.fan').count()).toBe(2);
    await page.close();
  });

  it('makes very many runs in workers of its own, under its own policy', async () => {
    const { page, wrong, asked } = await open('rollback');
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await page.locator('#many summary').first().click();
    await page.locator('#many select').selectOption('20000');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Of 20000 runs').waitFor({ timeout: 60_000 });
    expect(workers.length).toBeGreaterThan(0);
    expect(workers.every((url) => url.startsWith('blob:'))).toBe(true);
    await page.waitForFunction(() => document.querySelector('#many progress') === null);
    expect([wrong, asked]).toEqual([[], []]);
    await page.close();
  });

  it('cancels many runs, and keeps what was made', async () => {
    const { page } = await open('large');
    await page.locator('#many summary').first().click();
    await page.locator('#many select').selectOption('20000');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLProgressElement>('#many progress')?.value) > 0);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByText(/Of \d+ runs, cancelled/).waitFor();
    expect(await page.getByRole('button', { name: 'Run', exact: true }).isVisible()).toBe(true);
    await page.close();
  });

  it('shows the response of the moment', async () => {
    const { page } = await open('healthy');
    await page.locator('#response summary').click();
    await page.getByRole('slider', { name: /^Tasks: moment/ }).focus();
    await page.keyboard.press('End');
    const answer = JSON.parse((await page.locator('#response pre').textContent()) ?? '');
    expect(answer.services[0]).toMatchObject({ desiredCount: 6, runningCount: 6, pendingCount: 0 });
    await page.close();
  });

  it('pages the table of 10,000 tasks', async () => {
    const { page } = await open('large');
    await page.locator('.timeline').getByRole('button', { name: 'As a table' }).click();
    const table = page.getByRole('region', { name: 'Tasks', exact: true });
    expect(await table.locator('tbody tr').count()).toBe(100);
    await table.getByRole('button', { name: 'Next' }).click();
    expect(await table.locator('.pages').textContent()).toContain('101 to 200 of 10000');
    await page.close();
  });

  it('saves as picture, data, text and page', async () => {
    const { page } = await open('healthy');
    await page.locator('#exports summary').click();
    const kinds: [string, RegExp][] = [
      ['Chart as SVG', /^<svg[\s\S]*<path/],
      ['Counts as CSV', /^seconds,oldHealthy/],
      ['Tasks as CSV', /^task,revision,zone/],
      ['Report as JSON', /^\{\s+"version": 1/],
      ['Markdown', /^## Rollout of checkout/],
      ['HTML report', /^<!doctype html>/],
    ];
    for (const [name, begins] of kinds) {
      const button = page.locator('#exports').getByRole('button', { name, exact: true });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(readFileSync(await download.path(), 'utf8'), name).toMatch(begins);
    }
    await page.close();
  });
});
