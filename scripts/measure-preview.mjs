/**
 * What the preview costs: size, time to the first frame, frames while scrolling and panning, and what if.
 *
 *   npm run build && node scripts/measure-preview.mjs
 *
 * Wall time is what a person waits for; processor time of the page's thread is the same on a machine that is busy with
 * other things.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { makeReport, root, withBrowser } from './preview-page.mjs';

for (const file of ['preview.js', 'preview.css', 'simulator.js'])
  console.log(`${file.padEnd(34)} ${(statSync(join(root, 'dist', file)).size / 1000).toFixed(1)} kB`);

await withBrowser({ width: 1280, height: 900 }, async (context, folder) => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const measure = async (what, frames, script) => {
    const before = await busy();
    const times = (await page.evaluate(script)).sort((a, b) => a - b);
    const spent = ((await busy()) - before) / frames;
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
    console.log(`${what.padEnd(34)} median ${at(0.5)} ms, 95 % ${at(0.95)} ms, processor ${spent.toFixed(1)} ms`);
  };

  await page.addInitScript(() => {
    // The report is there when its data have been read; the frame after the verdict is the first with pictures.
    const parse = JSON.parse;
    JSON.parse = (...args) => {
      window.readAt ??= performance.now();
      return parse(...args);
    };
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.rows canvas')) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => (window.drawnAt = performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  const address = makeReport('large', folder);
  for (let i = 0; i < 5; i++) {
    await page.goto(address);
    await page.waitForFunction(() => window.drawnAt !== undefined);
    const ms = await page.evaluate(() => window.drawnAt - window.readAt);
    // Counted anew for each page.
    const all = `processor from the first byte ${(await busy()).toFixed(0)} ms`;
    console.log(`${'5,000 tasks: report to first frame'.padEnd(34)} ${ms.toFixed(0)} ms, ${all}`);
  }
  await measure('scroll 10,000 rows, a frame', 120, async () => {
    const rows = document.querySelector('.rows');
    rows.scrollIntoView();
    return frames(120, (i) => rows.scrollTo(0, i * 137));
    async function frames(count, act) {
      const times = [];
      for (let i = 0, last = performance.now(); i < count; i++) {
        act(i);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times;
    }
  });
  await measure('pan all pictures in time, a frame', 120, async () => {
    const plot = document.querySelector('.plot');
    for (const key of ['+', '+']) plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const times = [];
    for (let i = 0, last = performance.now(); i < 120; i++) {
      plot.dispatchEvent(new WheelEvent('wheel', { deltaX: i < 60 ? 20 : -20, bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  });

  await page.goto(makeReport('fifty', folder));
  await page.waitForSelector('.verdict');
  await measure('what if at 50 tasks, to the page', 30, async () => {
    const input = document.querySelector('#control-maximumPercent');
    const times = [];
    for (let i = 0; i < 30; i++) {
      const bound = `the ceiling is ${Math.floor((50 * (110 + i * 3)) / 100)}`;
      const began = performance.now();
      input.value = String(110 + i * 3);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      while (!document.querySelector('.figures').textContent.includes(bound))
        await new Promise((done) => setTimeout(done, 0));
      times.push(performance.now() - began);
    }
    return times;
  });
});
