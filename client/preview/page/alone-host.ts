import type { ManyTally } from '../../../server/core/simulator/many';
import { readToPage, type ToPage } from '../messages';
import { download } from './download';
import type { PageHost, Wish } from './host';
import type { PageSimulator } from './page-simulator';

/** Put there by the second script of a report that stands alone. */
declare global {
  var ecsPreflightSimulator: PageSimulator | undefined;
}

/** One slice of many runs; the page stays responsive between two of them. */
const SLICE_MS = 12;

/** A report without an editor: its data stand in the file, the simulator beside it. */
export function standAlone(receive: (message: ToPage) => void): PageHost {
  const data = document.getElementById('preflight-data')?.textContent;
  const message = data ? readToPage(JSON.parse(data)) : undefined;
  queueMicrotask(() =>
    receive(message ?? { v: 1, type: 'nothing', text: 'This report holds no rollout that this version can show.' }),
  );
  return {
    send: (wish) => void answer(wish, receive),
    async simulate(plan) {
      return simulator().simulate(plan);
    },
    many(plan, count, show) {
      const made = simulator().runMany(plan, { runs: count, chunk: 1 });
      const summary = (tally: ManyTally) => simulator().summarise(tally, plan.seed ?? 1);
      let timer = setTimeout(function slice() {
        const until = performance.now() + SLICE_MS;
        for (;;) {
          const { done, value } = made.next();
          if (done) return show(summary(value), true);
          if (performance.now() < until) continue;
          show(summary(value), false);
          timer = setTimeout(slice, 0);
          return;
        }
      }, 0);
      return () => clearTimeout(timer);
    },
  };
}

function simulator(): PageSimulator {
  if (!globalThis.ecsPreflightSimulator) throw new Error('This report was made without the simulator.');
  return globalThis.ecsPreflightSimulator;
}

async function answer(wish: Wish, receive: (message: ToPage) => void): Promise<void> {
  if (wish.type === 'copy') {
    const done = await navigator.clipboard?.writeText(wish.text).then(
      () => true,
      () => false,
    );
    receive({ v: 1, type: 'said', text: done ? 'Copied.' : 'The browser does not let this page copy.' });
  }
  if (wish.type === 'save') download(wish.name, wish.kind === 'html' ? wholePage() : wish.text);
}

/** The report saves itself: what it was made of is still in it. */
function wholePage(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  copy.querySelector('#page')?.replaceChildren();
  return `<!doctype html>\n${copy.outerHTML}`;
}
