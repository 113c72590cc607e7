/** The worker's side: makes the parts of a series that it is sent, one after the other. */
import { type SeriesOptions, startSeries } from '../core/simulator/many';
import type { ManyTally } from '../core/simulator/many-tally';
import type { Plan } from '../core/simulator/plan';

/** Runs `from` to `from + runs - 1`. */
export interface Part {
  from: number;
  runs: number;
}

/** First the series, then its parts. */
export type ToWorker = { plan: Plan; options: SeriesOptions } | Part;

/** One for each part, in their order. */
export type FromWorker = ManyTally;

/** What a web worker's global scope and a worker thread's `parentPort` have in common. */
export interface Port {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

export function answerParts(port: Port): void {
  let series: ReturnType<typeof startSeries> | undefined;
  port.onmessage = ({ data }) => {
    if ('plan' in data) {
      series = startSeries(data.plan, data.options);
      return;
    }
    for (let i = data.from; i < data.from + data.runs; i++) series?.add(i);
    if (series) port.postMessage(series.take());
  };
}
