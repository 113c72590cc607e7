import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, buildPage, dress, noBrowser, openBrowser, openPage, reportFile } from './browser';
import { CASES, type CaseName, TURNS } from './cases';
import { THEMES } from './themes';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

const NAMES = Object.keys(CASES) as CaseName[];

/** @param rules all of them without a list */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(AXE);
  // Without the others it need not name every element that passes.
  const how = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const found = (await page.evaluate(`axe.run(${JSON.stringify(how)})`)) as { violations: Violation[] };
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
    ['codeDeploy', /in 10 traffic shifts/],
    ['large', /in 55 waves; as few as 4500/],
  ] as const)('shows %s under its own policy, and asks the network for nothing', async (name, words) => {
    const { page, wrong, asked } = await open(name);
    expect(page.url()).toMatch(/^file:/);
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toMatch(
      /^default-src 'none'; script-src 'sha256-[^;]+; style-src 'sha256-/,
    );
    expect(await page.getByRole('status').first().textContent()).toMatch(words);
    expect(await page.locator('#step-chart .area').count()).toBe(4);
    await openAll(page);
    expect(wrong).toEqual([]);
    expect(asked).toEqual([]);
    await page.close();
  });

  it.each(NAMES)('has no serious accessibility violation in any theme, with everything open: %s', async (name) => {
    const { page } = await open(name);
    await page.getByRole('button', { name: 'Keep this run' }).click();
    await openAll(page);
    await page.evaluate(() => {
      // Rows are alike, and hundreds of them take minutes.
      for (const row of document.querySelectorAll<HTMLElement>('tbody tr:nth-child(n+6)')) row.hidden = true;
    });
    for (const [theme, dressing] of Object.entries(THEMES)) {
      await dress(page, dressing);
      expect(await violations(page), theme).toEqual([]);
    }
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

  it.each(NAMES)('never scrolls sideways, however narrow: %s', async (name) => {
    const { page } = await open(name);
    await openAll(page);
    for (const width of [400, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
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
    expect(await page.locator('.moment output').textContent()).toBe('0:37');
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

  it.each(NAMES)('is driven from end to end: %s', async (name) => {
    const { page, wrong, asked } = await open(name);
    const { label, value, verdict } = TURNS[name];
    const slider = page.getByRole('slider', { name: /^Tasks: moment/ });
    await slider.focus();
    await page.keyboard.press('Home');
    const first = await slider.getAttribute('aria-valuetext');
    await page.keyboard.press('End');
    expect(first).toMatch(/^0:00: /);
    if (name !== 'stuck') expect(await slider.getAttribute('aria-valuetext')).not.toBe(first);
    await page.getByLabel(label, { exact: false }).fill(String(value));
    await page.waitForFunction(
      (words) => new RegExp(words).test(document.querySelector('.verdict')?.textContent ?? ''),
      verdict.source,
    );
    expect(await page.locator('.before path').count()).toBeGreaterThan(1);
    await page.locator('#compare summary').click();
    await page.locator('.differences li').first().waitFor();
    await page.locator('#many summary').first().click();
    await page.locator('#many select').selectOption('200');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Of 200 runs', { exact: true }).waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector('#many progress') === null, undefined, { timeout: 60_000 });
    expect(await page.locator('.odds tr').count()).toBeGreaterThan(2);
    await page.locator('#exports summary').click();
    const save = page.locator('#exports').getByRole('button', { name: 'Report as JSON' });
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(saved).toMatchObject({ version: 1, service: CASES[name].service });
    expect([wrong, asked]).toEqual([[], []]);
    await page.close();
  });

  it('shows in an empty control what the run takes, and says whether that is a default or an estimate', async () => {
    const { page } = await open('stuck');
    const field = (label: string) => page.locator('.field', { hasText: label });
    const placeholder = (label: string) => field(label).locator('input').getAttribute('placeholder');
    expect(await placeholder('Health check grace period')).toBe('0');
    expect(await field('Stop timeout').textContent()).toContain('default');
    expect(await placeholder('Stop timeout')).toBe('30');
    expect(await field('Running to healthy').textContent()).toContain('estimate');
    expect(await placeholder('Running to healthy')).toBe('40');
    expect(await placeholder('Room in the cluster')).toBe('no limit');
    const old = page.getByLabel('Old tasks at the start', { exact: false });
    expect(await old.getAttribute('placeholder')).toBe('2');
    // Follows what is turned.
    await page.getByLabel('Desired count', { exact: false }).fill('5');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#control-oldCount')?.placeholder === '5',
    );
    await page.close();
  });

  it('leads from a cause that no file says to what is assumed, with a public page where there is one', async () => {
    const { page } = await open('healthy');
    await page.locator('#events').getByRole('button', { name: 'digest probe' }).first().click();
    const assumption = page.locator('#assumed-digestProbe');
    await assumption.waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'assumed-digestProbe');
    expect(await assumption.getByRole('link').getAttribute('href')).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(await page.locator('#assumptions').textContent()).toContain('measured in public deployment logs');
    await page.close();
  });

  it('takes its word back after a while', async () => {
    const { page } = await open('healthy');
    await page.clock.install();
    await page.locator('#many summary').first().click();
    await page.locator('#many select').selectOption('200');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.clock.runFor(2000);
    await page.getByText('200 runs are made.').waitFor();
    await page.clock.runFor(10_000);
    expect(await page.locator('.said').textContent()).toBe('');
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
