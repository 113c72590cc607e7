import type { FromWorker, ToWorker } from './worker';
import type { RunWorker, Workers } from './workers';

interface WebWorker {
  postMessage(message: ToWorker): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: (() => void) | null;
  terminate(): void;
}

/** The types of browsers and of Node do not go together in one project. */
declare const Worker: (new (address: string) => WebWorker) | undefined;
declare const navigator: { hardwareConcurrency?: number } | undefined;

/** A page is a guest on the machine. */
const MOST = 4;

/**
 * Web workers, made from bytes: nothing is loaded for them.
 * @param source text of dist/simulator.js, asked for once, when the first one is wanted; without it none can be had
 */
export function webWorkers(source: () => Promise<string | undefined>): Workers | undefined {
  if (typeof Worker === 'undefined') return undefined;
  let address: Promise<string> | undefined;
  const addressOf = async () => {
    const text = await source();
    if (text === undefined) throw new Error('no script for workers');
    const parts = [text, '\necsPreflightSimulator.answerParts(self);'];
    return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  };
  return {
    count: Math.min(MOST, (typeof navigator === 'undefined' ? 0 : navigator.hardwareConcurrency) ?? 0),
    start(heard): RunWorker {
      address ??= addressOf();
      let ended = false;
      const starting = address.then((at) => {
        const worker = ended || !Worker ? undefined : new Worker(at);
        if (worker) {
          worker.onmessage = ({ data }) => heard.answer(data);
          worker.onerror = () => heard.failed();
        }
        return worker;
      });
      const later = (use: (worker: WebWorker) => void) =>
        void starting.then((worker) => worker && !ended && use(worker), heard.failed);
      return {
        send: (message) => later((worker) => worker.postMessage(message)),
        end() {
          ended = true;
          void starting.then(
            (worker) => worker?.terminate(),
            () => undefined,
          );
        },
      };
    },
  };
}
