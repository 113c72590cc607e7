import type { Report } from '../../../server/core/simulator/report/types';
import { type PageState, readToPage, type ToHost, type ToPage, VERSION } from '../messages';
import type { PageHost, Watch, Wish } from './host';

interface EditorApi {
  postMessage(message: ToHost): void;
  setState(state: PageState): void;
}
declare const acquireVsCodeApi: (() => EditorApi) | undefined;

export const inEditor = (): boolean => typeof acquireVsCodeApi === 'function';

/** The editor simulates, since it has the server at hand; answers are told apart by their numbers. */
export function connectEditor(receive: (message: ToPage) => void): PageHost {
  const api = (acquireVsCodeApi as () => EditorApi)();
  const runs = new Map<number, (report: Report) => void>();
  const series = new Map<number, Watch>();
  let last = 0;
  const send = (wish: Wish) => {
    api.postMessage({ v: VERSION, ...wish } as ToHost);
    if (wish.type === 'state') api.setState(wish.state);
  };
  window.addEventListener('message', ({ data }) => {
    const message = readToPage(data);
    if (!message) return;
    if (message.type === 'simulated') {
      runs.get(message.id)?.(message.report);
      runs.delete(message.id);
    } else if (message.type === 'many') {
      series.get(message.id)?.show(message.report, message.done);
      if (message.done) series.delete(message.id);
    } else if (message.type === 'progress') {
      series.get(message.id)?.progress(message.share);
    } else receive(message);
  });
  send({ type: 'ready' });
  return {
    send,
    simulate(plan) {
      const id = ++last;
      return new Promise((resolve) => {
        runs.set(id, resolve);
        send({ type: 'simulate', id, plan });
      });
    },
    many(plan, runs, watch) {
      const id = ++last;
      series.set(id, watch);
      send({ type: 'many', id, plan, runs });
      // The runs that were made until then are the last answer.
      return () => send({ type: 'cancel', id });
    },
  };
}
