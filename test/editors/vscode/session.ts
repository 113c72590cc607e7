import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type CodeServer, QUIET, startCodeServer } from '../../../scripts/editors/code-server.mjs';
import type { Given } from '../given';
import { type Copy, copyFixtures, ROOT } from '../workspace';
import { type Browser, launchBrowser } from './browser';
import { Workbench } from './workbench';

export const SHOTS = join(ROOT, 'test', 'editors', 'shots');

export interface Session {
  /** Of this test alone. */
  readonly files: Copy;
  readonly workbench: Workbench;
  readonly server: CodeServer;
  /** A picture into test/editors/shots, for people to look at. */
  shot(name: string): Promise<void>;
}

/** One VS Code and one browser for a file of tests; a fresh copy of the fixtures for each test. */
export function useVSCode(
  { program, chromium, vsix, web }: NonNullable<Given['vscode']>,
  options: { testDriver?: boolean; beside?: string[]; inBrowser?: boolean; settings?: object } = {},
): Session {
  let server: CodeServer | undefined;
  let browser: Browser | undefined;
  let files: Copy | undefined;
  let workbench: Workbench | undefined;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    server = await startCodeServer({
      program,
      vsix: [options.inBrowser ? web : vsix, ...(options.beside ?? [])],
      settings: { ...QUIET, ...options.settings },
      testDriver: options.testDriver,
    });
    browser = await launchBrowser(chromium);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(() => {
    files = copyFixtures();
    workbench = new Workbench(have(browser).page, have(server));
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      const name = `failed-${task.name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`;
      await browser?.page.screenshot({ path: join(SHOTS, `${name}.png`) });
      cpSync(have(server).logs, join(SHOTS, `${name}-logs`), { recursive: true });
    }
    // An editor with unsaved text asks before it leaves; an empty page does not.
    await browser?.page.goto('about:blank');
    files?.remove();
  });
  return {
    get files() {
      return have(files);
    },
    get workbench() {
      return have(workbench);
    },
    get server() {
      return have(server);
    },
    async shot(name) {
      await have(browser).page.screenshot({ path: join(SHOTS, `${name}.png`), animations: 'disabled' });
    },
  };
}

function have<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the session has not begun');
  return value;
}
