// biome-ignore-all lint/performance/useDomNodeTextContent: a person reads what is laid out, not what the document holds.
/**
 * The workbench of VS Code as a person uses it: what can be pressed, and what is on the screen.
 *
 * Class names of the workbench are no interface that anybody promised, so none of them stands outside this file (seen in
 * VS Code 1.139). Nothing here waits for a time to pass; everything waits for something to appear.
 */
import type { Locator, Page } from 'playwright-core';
import type { CodeServer } from '../../../scripts/editors/code-server.mjs';

export interface Place {
  line: number;
  column: number;
}

/** What is drawn has no-break spaces and marks for the direction of writing. */
const plain = (text: string) => text.replace(/\u00a0/g, ' ').replace(/[\u200b-\u200f\u202a-\u202e]/g, '');
const inRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s');
const oneLine = (text: string) => plain(text).replace(/\s+/g, ' ').trim();

export class Workbench {
  constructor(
    readonly page: Page,
    private readonly server: CodeServer,
  ) {}

  /** The same server seen through another page. */
  in(page: Page): Workbench {
    return new Workbench(page, this.server);
  }

  /** Opens a folder in this page, with a file in its editor. Both are absolute paths. */
  async open(folder: string, file?: string, at: Place = { line: 1, column: 1 }): Promise<void> {
    const payload = [
      ['gotoLineMode', 'true'],
      ['openFile', `${this.server.uri(file ?? '')}:${at.line}:${at.column}`],
    ];
    const query = new URLSearchParams({ folder, ...(file && { payload: JSON.stringify(payload) }) });
    await this.page.goto(`${this.server.url}/?${query}`);
    await this.page.locator('.monaco-workbench').waitFor();
    if (!file) return;
    await this.editor.locator('.view-line').first().waitFor();
    await this.focused();
  }

  /** Waits until keys go to the editor. */
  private async focused(): Promise<void> {
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Loads the window again; what was open comes back. Unlike the browser's own button this keeps what has just changed. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.run('Developer: Reload Window');
    await loaded;
    await this.page.locator('.monaco-workbench').waitFor();
  }

  /** A folder with a payload that only the workbench understands. */
  async openWith(folder: string, payload: [string, string][]): Promise<void> {
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    await this.page.goto(`${this.server.url}/?${query}`);
    await this.page.locator('.monaco-workbench').waitFor();
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** The tab of a file. */
  tab(name: string): Locator {
    return this.page.locator(`.tab[data-resource-name="${name}"]`);
  }

  /** Goes back to the editor of an open file, from a panel or a webview. */
  async focus(name: string): Promise<void> {
    await this.tab(name).click();
    await this.focused();
  }

  /** Opens the palette with a text in it and answers the first row that shows `row`, as soon as there is one. */
  private async palette(text: string, row: string): Promise<Locator> {
    const input = this.page.locator('.quick-input-widget input.input');
    const found = this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first();
    // Right after a start a key can come before the bindings are there, and a palette that opens late empties its input.
    await expectEventually(async () => {
      if (!(await input.isVisible())) await this.page.keyboard.press('F1');
      if (!(await appears(input))) return false;
      if ((await input.inputValue()) !== text) await input.fill(text);
      return appears(found);
    }, `the palette shows ${row} for ${text}`);
    return found;
  }

  /** Runs a command by its title, as the palette shows it. */
  async run(title: string): Promise<void> {
    const row = await this.palette(`>${title}`, title);
    // Longer titles may begin alike.
    const label = this.page.locator('.label-name', { hasText: new RegExp(`^${inRegExp(title)}$`) });
    const exact = this.page.locator('.quick-input-list .monaco-list-row').filter({ has: label });
    await this.choose((await exact.count()) > 0 ? exact.first() : row);
  }

  /** Whether the palette knows a command. */
  async knows(title: string): Promise<boolean> {
    await this.palette(`>${title}`, '');
    const found = (await this.page.locator('.quick-input-list .monaco-list-row').allInnerTexts()).map(oneLine);
    await this.page.keyboard.press('Escape');
    return found.some((text) => text.includes(title));
  }

  /** Chooses a row of a quick pick that a command has opened. */
  async pick(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row.waitFor();
    await input.fill(text);
    await this.choose(row);
  }

  /** Clicks a row of a list. The mouse leaves the list first: the tooltip of what it rested on would lie over the row. */
  private async choose(row: Locator): Promise<void> {
    await expectEventually(async () => {
      await this.page.mouse.move(0, 0);
      return row.click({ timeout: 5000 }).then(
        () => true,
        async () => !(await row.isVisible()),
      );
    }, 'the row can be clicked');
  }

  async goTo({ line, column }: Place): Promise<void> {
    await this.palette(`:${line}:${column}`, '');
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** Opens the list of problems and answers its rows, as soon as one matches. Only rows in view are drawn. */
  async problems(match: RegExp): Promise<string[]> {
    await this.run('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: match }).first().waitFor();
    return (await rows.allInnerTexts()).map(oneLine);
  }

  /** The labels in the list of completions, as soon as one matches. */
  async completions(match: RegExp): Promise<string[]> {
    const labels = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    const wanted = labels.filter({ hasText: match }).first();
    // The list comes by itself, or when it is asked for.
    await expectEventually(async () => {
      if (await appears(wanted)) return true;
      await this.press('Control+Space');
      return false;
    }, `the completions have ${match}`);
    return (await labels.allInnerTexts()).map(plain);
  }

  /** Waits until the row in focus in the list of completions matches, then takes it. */
  async acceptCompletion(match: RegExp): Promise<void> {
    const focused = this.page.locator('.suggest-widget.visible .monaco-list-row.focused');
    await focused.filter({ hasText: match }).waitFor();
    await this.press('Enter');
    await focused.filter({ hasText: match }).waitFor({ state: 'hidden' });
  }

  /** Text of the hover at the cursor, as soon as it matches. */
  async hover(match: RegExp): Promise<string> {
    const box = this.page.locator('.monaco-resizable-hover').filter({ hasText: match, visible: true }).first();
    await expectEventually(async () => {
      await this.press('Control+K', 'Control+I');
      return appears(box);
    }, `the hover says ${match}`);
    return oneLine(await box.innerText());
  }

  /** Fills the box that a rename has opened, and answers what stood in it. */
  async rename(name: string, look = async () => {}): Promise<string> {
    const input = this.page.locator('.rename-box input.rename-input');
    await input.waitFor();
    const before = await input.inputValue();
    await look();
    await input.fill(name);
    await this.press('Enter');
    return before;
  }

  /** Titles that the light bulb offers at the cursor, as soon as one matches. */
  async actions(match: RegExp): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    const wanted = rows.filter({ hasText: match }).first();
    // A list, or a word that there is nothing to offer.
    const answer = this.page.locator('.action-widget, .monaco-editor-overlaymessage').filter({ visible: true }).first();
    // A key that comes before the editor has the focus is lost; findings that come later bring more to offer.
    await expectEventually(async () => {
      await this.press('Control+.');
      if (!(await appears(answer))) return false;
      if (await wanted.isVisible()) return true;
      await this.press('Escape');
      await answer.waitFor({ state: 'hidden' });
      return false;
    }, `the light bulb offers ${match}`);
    return (await rows.allInnerTexts()).map(oneLine);
  }

  /** Takes one of the open light bulb's rows, by keyboard. */
  async takeAction(match: RegExp): Promise<void> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused');
    const most = await rows.count();
    for (let i = 0; i < most; i++) {
      if (match.test(oneLine(await focused.innerText()))) {
        await this.press('Enter');
        return rows.first().waitFor({ state: 'hidden' });
      }
      await this.press('ArrowDown');
    }
    throw new Error(
      `the light bulb has nothing like ${match}: ${(await rows.allInnerTexts()).map(oneLine).join(' | ')}`,
    );
  }

  /** What the editor shows, as soon as it matches. Only lines in view are drawn. */
  async text(match: RegExp): Promise<string> {
    let text = '';
    await expectEventually(
      async () => {
        text = await this.drawnText();
        return match.test(text);
      },
      () => `the editor shows ${match}, but it shows\n${text}`,
    );
    return text;
  }

  async drawnText(): Promise<string> {
    const lines = await this.editor
      .locator('.view-lines .view-line')
      .evaluateAll((all) => all.map((line) => [Number.parseFloat(line.style.top), line.textContent ?? ''] as const));
    return lines
      .sort(([a], [b]) => a - b)
      .map(([, text]) => plain(text))
      .join('\n');
  }

  /** The words above lines of the editor, as soon as one matches. */
  async lenses(match: RegExp): Promise<string[]> {
    const lenses = this.editor.locator('.codelens-decoration');
    await lenses.filter({ hasText: match }).first().waitFor();
    return (await lenses.allInnerTexts()).map(oneLine);
  }

  lens(match: RegExp): Locator {
    return this.editor.locator('.codelens-decoration a').filter({ hasText: match }).first();
  }

  /** The page inside a webview: two frames deep. */
  webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  async webviewText(match: RegExp): Promise<string> {
    const body = this.webview().locator('body').filter({ hasText: match });
    await body.waitFor();
    return oneLine(await body.innerText());
  }

  /** Milliseconds that extensions took to activate, as VS Code itself measures it; waits until all of them are active. */
  async activationTimes<Names extends string[]>(...names: Names): Promise<{ [I in keyof Names]: number }> {
    await this.run('Developer: Show Running Extensions');
    const times = names.map(async (name) => {
      const row = this.page.locator('.runtime-extensions-editor .extension').filter({
        has: this.page.locator('.name').getByText(name, { exact: true }),
      });
      const shown = await row.locator('.activation-time', { hasText: /\d+ms/ }).innerText();
      return Number(/(\d+)ms/.exec(shown)?.[1]);
    });
    return (await Promise.all(times)) as { [I in keyof Names]: number };
  }

  async notification(match: RegExp): Promise<string> {
    const toast = this.page.locator('.notification-toast .notification-list-item-message').filter({ hasText: match });
    await toast.first().waitFor();
    return oneLine(await toast.first().innerText());
  }

  /** Opens a walkthrough and answers the titles of its steps. */
  async walkthrough(title: string): Promise<string[]> {
    await this.run('Welcome: Open Walkthrough...');
    await this.pick(title);
    await this.steps.first().waitFor();
    return (await this.steps.allInnerTexts()).map(oneLine);
  }

  /** Presses a button of a step. Steps that are done close by themselves. */
  async pressInStep(title: string, button: string): Promise<void> {
    const wanted = this.page.locator('.gettingStartedContainer').getByRole('button', { name: button });
    await expectEventually(async () => {
      if (!(await wanted.isVisible())) await this.steps.filter({ hasText: title }).click();
      return wanted.click({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    }, `the step ${title} has the button ${button}`);
  }

  private get steps(): Locator {
    return this.page.locator('.gettingStartedContainer .step-title');
  }

  /** Opens a file of the folder by its name. */
  async quickOpen(name: string): Promise<void> {
    await this.choose(await this.palette(name, name));
    await this.page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }
}

/** Whether something comes into view while a person would wait before trying once more. */
function appears(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

/** Asks again and again, at each frame's turn, until the answer is yes. */
export async function expectEventually(
  ask: () => Promise<boolean>,
  what: string | (() => string),
  within = 60_000,
): Promise<void> {
  const end = Date.now() + within;
  while (!(await ask())) {
    if (Date.now() > end)
      throw new Error(`waited ${within / 1000} s in vain: ${typeof what === 'string' ? what : what()}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}
