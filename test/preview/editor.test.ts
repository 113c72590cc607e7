import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Shown, ToHost, ToPage } from '../../client/preview/messages';
import { simulate } from '../../server/core/simulator';
import { simulateMany } from '../../server/core/simulator/many';
import type { Plan } from '../../server/core/simulator/plan';
import { type Browser, buildPage, noBrowser, openBrowser } from './browser';
import { CASES, type CaseName, TURNS } from './cases';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The page as an editor frames it, with an editor that only remembers what it is told. */
function frame(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-preflight-panel-'));
  for (const file of ['preview.js', 'preview.css']) copyFileSync(join(dist, file), join(folder, file));
  const policy = "default-src 'none'; script-src 'nonce-n'; style-src file: 'nonce-n'";
  const editor = `const sent = []; let kept;
    window.sent = sent;
    window.acquireVsCodeApi = () => ({ postMessage: (m) => sent.push(m), setState: (s) => { kept = s; window.kept = s; } });`;
  writeFileSync(
    join(folder, 'panel.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rollout</title>
<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" nonce="n" href="preview.css"></head>
<body class="vscode-dark"><div id="page"></div><script nonce="n">${editor}</script><script nonce="n" src="preview.js"></script></body></html>`,
  );
  return pathToFileURL(join(folder, 'panel.html')).href;
}

const POINTERS = ['/desiredCount', '/deploymentConfiguration', '/deploymentConfiguration/maximumPercent'];

function shownOf(plan: Plan): Shown {
  const report = simulate(plan);
  const place = { uri: 'file:///service.json', prefix: '', file: 'service.json', services: [] };
  return { ...place, plan, report, assumed: [], pointers: POINTERS, taskDefinition: false };
}

describe.skipIf(noBrowser)('the page in an editor', () => {
  let browser: Browser;
  let page: Page;
  let address: string;
  let wrong: string[];
  beforeAll(async () => {
    buildPage();
    browser = await openBrowser();
    address = frame();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.context.newPage();
    wrong = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(address);
    await sent('ready');
  });
  afterEach(async () => {
    expect(wrong).toEqual([]);
    await page.close();
  });

  /** Waits for a message of a type and takes the last one. */
  async function sent<T extends ToHost['type']>(type: T): Promise<Extract<ToHost, { type: T }>> {
    const handle = await page.waitForFunction(
      (wanted) => (window as unknown as { sent: ToHost[] }).sent.findLast((message) => message.type === wanted),
      type,
    );
    return (await handle.jsonValue()) as Extract<ToHost, { type: T }>;
  }
  async function deliver(message: ToPage): Promise<void> {
    await page.evaluate((data) => window.postMessage(data, '*'), message);
  }
  async function show(plan: Plan, state?: Extract<ToPage, { type: 'show' }>['state']): Promise<void> {
    const abilities = { reveal: true, apply: true, compare: ['saved' as const, 'head' as const, 'file' as const] };
    await deliver({ v: 1, type: 'show', shown: shownOf(plan), abilities, state });
    await page.waitForSelector('.verdict');
  }
  const verdict = () => page.locator('.verdict').textContent();

  it('waits in words, then follows the file', async () => {
    expect(await page.locator('.nothing').textContent()).toContain('being simulated');
    await show(CASES.stuck);
    expect(await verdict()).toContain('can never finish');
    await deliver({
      v: 1,
      type: 'show',
      shown: shownOf({ ...CASES.stuck, maximumPercent: 200 }),
      abilities: { reveal: true, apply: true, compare: [] },
    });
    await page.waitForFunction(() => document.querySelector('.verdict')?.textContent?.includes('completes'));
    await deliver({ v: 1, type: 'nothing', text: 'There is no service definition in this file.' });
    await page.waitForSelector('.note');
  });

  it('asks the editor to simulate, to write and to take back', async () => {
    await show(CASES.stuck);
    await page.getByRole('button', { name: 'Try 150' }).click();
    const asked = await sent('simulate');
    expect(asked.plan).toMatchObject({ desired: 2, maximumPercent: 150 });
    await deliver({ v: 1, type: 'simulated', id: asked.id, report: simulate(asked.plan) });
    await page.waitForFunction(() => document.querySelector('.verdict')?.textContent?.includes('completes'));
    await page.getByRole('button', { name: 'Apply to file' }).click();
    expect((await sent('apply')).edits).toEqual([{ pointer: '/deploymentConfiguration/maximumPercent', value: 150 }]);
    // The file has it now: what was turned is turned no more.
    await show(asked.plan);
    await page.waitForFunction(() => document.querySelector('.tag') === null);
    expect(await page.getByRole('button', { name: 'Apply to file' }).isDisabled()).toBe(true);
  });

  it.each(Object.keys(CASES) as CaseName[])('writes what was turned into the file: %s', async (name) => {
    const { label, value, verdict: words, pointer } = TURNS[name];
    await show(CASES[name]);
    await page.getByLabel(label, { exact: false }).fill(String(value));
    const asked = await sent('simulate');
    await deliver({ v: 1, type: 'simulated', id: asked.id, report: simulate(asked.plan) });
    const apply = page.getByRole('button', { name: 'Apply to file' });
    await apply.click();
    expect((await sent('apply')).edits).toEqual([{ pointer, value }]);
    await show(asked.plan);
    await page.waitForFunction(() => document.querySelector('.tag') === null);
    expect(await verdict()).toMatch(words);
    expect(await apply.isDisabled()).toBe(true);
  });

  it('leads from events, bounds and figures to the file', async () => {
    await show(CASES.healthy);
    await page.locator('.legend').getByRole('button', { name: 'ceiling' }).click();
    expect((await sent('reveal')).pointer).toBe('/deploymentConfiguration/maximumPercent');
    // The member is not in the file: what holds it is.
    await page.locator('.legend').getByRole('button', { name: 'floor' }).click();
    expect((await sent('reveal')).pointer).toBe('/deploymentConfiguration');
    await page.getByRole('slider', { name: /^Tasks: moment/ }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect((await sent('reveal')).pointer).toBe('/desiredCount');
    await page.keyboard.press('Escape');
    await sent('leave');
  });

  it('compares with another version', async () => {
    await show(CASES.healthy);
    await page.locator('#compare summary').click();
    await page.getByRole('button', { name: 'The last commit' }).click();
    expect((await sent('compare')).with).toBe('head');
    const plan = { ...CASES.healthy, maximumPercent: 200 };
    await deliver({ v: 1, type: 'compare', run: { label: 'the last commit', plan, report: simulate(plan) } });
    await page.waitForSelector('.differences');
    expect(await page.locator('.differences').textContent()).toMatch(/It takes \d+ min longer/);
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    expect(await page.locator('.before').count()).toBe(0);
  });

  it('makes many runs in the editor, and can be cancelled', async () => {
    await show(CASES.healthy);
    await page.locator('#many summary').first().click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const asked = await sent('many');
    await deliver({ v: 1, type: 'progress', id: asked.id, share: 0.4 });
    await page.getByText('40 %', { exact: true }).waitFor();
    await deliver({ v: 1, type: 'many', id: asked.id, report: simulateMany(asked.plan, { runs: 20 }), done: false });
    await page.getByText('Of 20 runs', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect((await sent('cancel')).id).toBe(asked.id);
    await page.getByText('Of 20 runs, cancelled', { exact: true }).waitFor();
    // What was made until then comes afterwards; fewer than there were already say nothing new.
    await deliver({ v: 1, type: 'many', id: asked.id, report: simulateMany(asked.plan, { runs: 35 }), done: true });
    await page.getByText('Of 35 runs, cancelled', { exact: true }).waitFor();
    expect(await page.locator('.said').textContent()).toBe('Cancelled after 35 of 1000 runs.');
  });

  it('keeps the first picture of many runs that were cancelled soon after', async () => {
    await show(CASES.healthy);
    await page.locator('#many summary').first().click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const asked = await sent('many');
    const many = (runs: number, done: boolean) =>
      deliver({ v: 1, type: 'many', id: asked.id, report: simulateMany(asked.plan, { runs }), done });
    await many(20, false);
    await page.getByText('Of 20 runs', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await many(7, true);
    await page.getByText('Cancelled after 20 of 1000 runs.').waitFor();
    expect(await page.locator('#many').textContent()).toContain('Of 20 runs, cancelled');
  });

  it('keeps what was turned and looked at, and shows it again', async () => {
    await show(CASES.healthy);
    await page.getByLabel('Maximum', { exact: false }).fill('200');
    await page.waitForFunction(
      () =>
        (window as unknown as { kept?: { overrides: object } }).kept?.overrides &&
        'maximumPercent' in (window as unknown as { kept: { overrides: object } }).kept.overrides,
    );
    const { state } = await sent('state');
    expect(state).toMatchObject({ uri: 'file:///service.json', overrides: { maximumPercent: 200 } });
    await page.reload();
    await show(CASES.healthy, { ...state, overrides: { ...state.overrides, desired: -3, gone: 1 } });
    expect((await sent('simulate')).plan).toMatchObject({ desired: 6, maximumPercent: 200 });
  });

  it('takes nothing that is no message', async () => {
    await show(CASES.healthy);
    for (const data of ['x', { v: 9, type: 'nothing', text: '' }, { v: 1, type: 'nothing' }])
      await page.evaluate((message) => window.postMessage(message, '*'), data);
    expect(await verdict()).toContain('completes');
    expect(await page.locator('.note').count()).toBe(0);
  });

  it('asks the editor for files and the clipboard', async () => {
    await show(CASES.healthy);
    await page.locator('#exports summary').click();
    await page.getByRole('button', { name: 'HTML report' }).click();
    expect(await sent('save')).toMatchObject({ kind: 'html', name: 'checkout-rollout.html', text: '' });
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    expect((await sent('copy')).text).toContain('## Rollout of checkout');
  });
});
