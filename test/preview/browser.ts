import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { simulate } from '../../server/core/simulator';
import type { Plan } from '../../server/core/simulator/plan';
import { htmlReport } from '../../server/report/html';
import { readPageParts } from '../../server/report/parts';
import type { Theme } from './themes';

const CHROMIUM = '/usr/bin/chromium';
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Why pages cannot be tried here; undefined when they can. Said aloud, so that nobody takes a skip for a pass. */
export const noBrowser: string | undefined = existsSync(CHROMIUM) ? undefined : `${CHROMIUM} is not there`;
if (noBrowser) console.warn(`preview: the page is not tried in a browser: ${noBrowser}`);

const BUILT = ['preview.js', 'preview.css', 'simulator.js'].map((name) => join(root, 'dist', name));
const SOURCES = ['client/preview', 'server/core/simulator', 'server/core/rollout'];

/** Builds what ships, the page, its style and the simulator, unless they are newer than what they are made of. */
export function buildPage(): void {
  const sources = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, String(name))),
  );
  const newest = Math.max(...sources.map(changedAt));
  if (BUILT.every((file) => existsSync(file) && changedAt(file) >= newest)) return;
  execFileSync(process.execPath, ['scripts/build.mjs', 'preview', 'simulator'], { cwd: root });
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs;
}

export interface Browser {
  context: BrowserContext;
  close(): Promise<void>;
}

export async function openBrowser(options: { width?: number; height?: number; dark?: boolean } = {}): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'ecs-preflight-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The HTML report of a plan on disk; its address. */
export async function reportFile(plan: Plan, name = 'report'): Promise<string> {
  const parts = readPageParts(root);
  if (!parts) throw new Error('the page is not built');
  const html = await htmlReport(parts, { file: 'service.json', plan, report: simulate(plan), assumed: [] });
  const path = join(mkdtempSync(join(tmpdir(), 'ecs-preflight-report-')), `${name}.html`);
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}

/** Opens an address; collects what goes wrong in the page and everything it asks the network for. */
export async function openPage(
  { context }: Browser,
  address: string,
): Promise<{ page: Page; wrong: string[]; asked: string[] }> {
  const page = await context.newPage();
  const wrong: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  page.on('request', (request) => {
    // A blob is of the page's own making.
    if (request.url() !== address && !request.url().startsWith('blob:')) asked.push(request.url());
  });
  await page.goto(address);
  await page.waitForSelector('.verdict');
  return { page, wrong, asked };
}

/** Dresses a page as VS Code does: variables on the root, the kind of theme on the body. */
export async function dress(page: Page, { classes, variables }: Theme): Promise<void> {
  await page.evaluate(
    ({ kind, colours }) => {
      document.body.className = kind;
      document.documentElement.removeAttribute('style');
      for (const [name, value] of Object.entries(colours))
        document.documentElement.style.setProperty(`--vscode-${name}`, value);
    },
    { kind: classes, colours: variables },
  );
  // The canvas is drawn in the frame after the theme.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}
