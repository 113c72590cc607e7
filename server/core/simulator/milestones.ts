/** Moments of a run that real event logs name too, so that both can be put side by side. */
import type { Report } from './report/types';

/** Seconds by name: "start 1" …, "registered", "stop 1" …, "draining", "failed", "finish". */
export function milestones(report: Report): Record<string, number> {
  const found: Record<string, number> = {};
  const seen: Record<string, number> = {};
  for (const { kind, at } of report.events) {
    if (kind === 'started' || kind === 'stopped') {
      const word = kind === 'started' ? 'start' : 'stop';
      seen[word] = (seen[word] ?? 0) + 1;
      found[`${word} ${seen[word]}`] = at / 1000;
    } else if (kind === 'registered' || kind === 'draining' || kind === 'failed') {
      found[kind] ??= at / 1000;
    }
  }
  if (report.duration.default !== null) found.finish = report.duration.default / 1000;
  return found;
}
