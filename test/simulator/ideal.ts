/** The ideal scheduler for tests: S = 30 s, H = 40 s, D = 10 s, a pass at every instant, no delays of its own. */
import { idealPlan, type Plan, type Report, simulate } from '../../server/core/simulator/index';

export const S = 30;
export const H = 40;
export const D = 10;

export function ideal(plan: Plan, times: { S?: number; H?: number; D?: number } = {}): Report {
  return simulate(idealPlan(plan, { S, H, D, ...times }), { analyse: false });
}

/** Seconds of a time in ms; null stays null. */
export const s = (ms: number | null) => (ms === null ? null : ms / 1000);

/** [time, launched] in seconds. */
export const waves = (report: Report) => report.waves.map((wave) => [wave.at / 1000, wave.launched]);

/** [time, old healthy, new pending, new running, new healthy, stopping, total] in seconds. */
export const rows = ({ series }: Report) =>
  series.t.map((t, i) => [
    t / 1000,
    series.oldHealthy[i],
    series.newPending[i],
    series.newRunning[i],
    series.newHealthy[i],
    series.stopping[i],
    series.total[i],
  ]);

/** [name, from, to] in seconds. */
export const phases = (report: Report) => report.phases.map((phase) => [phase.name, s(phase.from), s(phase.to)]);

/** [time, production weight] in seconds. */
export const production = ({ traffic }: Report) => traffic.t.map((t, i) => [t / 1000, traffic.production[i]]);

/** Tasks (by index) told to stop, with the second. */
export const stops = ({ tasks }: Report) =>
  tasks.stopRequested.flatMap((at, task) => (at < 0 ? [] : [[task, at / 1000]]));

export const outcome = ({ verdict }: Report) => [verdict.outcome, s(verdict.at)];

export const eventKinds = (report: Report, kind: string) =>
  report.events.filter((event) => event.kind === kind).map((event) => event.at / 1000);
