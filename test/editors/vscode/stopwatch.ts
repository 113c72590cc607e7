import type { Locator, Page } from 'playwright-core';

/**
 * Times noted inside the pages and not by the test that drives them, which sees things late. Each page has its own
 * clock; those of one machine agree.
 */
interface Notes {
  /** Milliseconds since 1970. */
  at: number[];
}

/** Notes when keys go down in a page; the answer reads the notes. */
export async function noteKeys(page: Page): Promise<() => Promise<number[]>> {
  const notes = await page.evaluateHandle(() => {
    const at: number[] = [];
    window.addEventListener('keydown', ({ timeStamp }) => at.push(performance.timeOrigin + timeStamp), true);
    return { at } satisfies Notes;
  });
  return async () => (await notes.evaluate(({ at }) => at)) as number[];
}

/** Notes when classes or words of the elements that a selector finds below an element have changed and are drawn. */
export async function noteChanges(below: Locator, selector: string): Promise<() => Promise<number[]>> {
  const notes = await below.evaluateHandle((root, wanted) => {
    const at: number[] = [];
    const look = () => [...root.querySelectorAll(wanted)].map((each) => `${each.className} ${each.textContent}`).join();
    let seen = look();
    new MutationObserver(() => {
      const now = look();
      if (now === seen) return;
      seen = now;
      const place = at.push(Number.NaN) - 1;
      requestAnimationFrame(() =>
        setTimeout(() => {
          at[place] = performance.timeOrigin + performance.now();
        }),
      );
    }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    return { at } satisfies Notes;
  }, selector);
  return async () => (await notes.evaluate(({ at }) => at)) as number[];
}
