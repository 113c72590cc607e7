import { readToPage, type ToPage } from '../messages';
import { download } from './download';
import type { PageHost, Wish } from './host';
import type { PageSimulator } from './page-simulator';

/** Put there by the second script of a report that stands alone. */
declare global {
  var ecsPreflightSimulator: PageSimulator | undefined;
}

/** Between two pictures of runs that are being made. */
const PICTURE_MS = 250;

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
    many(plan, runs, { progress, show }) {
      const abort = new AbortController();
      let nextPicture = performance.now() + PICTURE_MS;
      void simulator()
        .makeRuns(plan, {
          runs,
          signal: abort.signal,
          onProgress(made, preview) {
            if (abort.signal.aborted) return;
            progress(made / runs);
            if (performance.now() < nextPicture) return;
            show(preview(), false);
            nextPicture = performance.now() + PICTURE_MS;
          },
        })
        .then((report) => show(report, true));
      return () => abort.abort();
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
