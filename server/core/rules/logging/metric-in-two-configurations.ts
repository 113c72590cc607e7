import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  metric: string;
  resolutions: number[];
}

const MONITORING = `${WEB}monitoring:\n  metricConfigurations:\n    - metricNames: [CPUUtilization]\n      resolutionSeconds: 20\n`;

export default defineRule<Data>({
  id: 'metric-in-two-configurations',
  severity: 'warning',
  group: 'logging',
  on: 'service',
  since: '0.1.0',
  sources: ['today:monitoring.metricConfigurations[].metricNames'],
  docs: {
    what: 'One metric in two entries of metricConfigurations.',
    why: 'A metric has one resolution; which of two would hold is not documented.',
    instead: 'Name each metric in one entry.',
    links: [api('MetricConfiguration')],
  },
  check({ service }, report) {
    const seen = new Map<string, { fact: Fact; resolution: number | undefined; entry: Fact }>();
    for (const entry of service.get('monitoring').get('metricConfigurations').items) {
      const resolution = entry.get('resolutionSeconds').value;
      for (const fact of entry.get('metricNames').items as Fact<string>[]) {
        const metric = fact.value;
        if (metric === undefined) continue;
        const first = seen.get(metric);
        if (!first) seen.set(metric, { fact: fact as Fact, resolution, entry: entry as Fact });
        else if (first.entry !== (entry as Fact)) {
          const resolutions = [first.resolution, resolution].filter((r) => r !== undefined);
          report({ at: fact, data: { metric, resolutions }, related: [{ at: first.fact, message: 'The first one' }] });
        }
      }
    }
  },
  message: ({ metric, resolutions: [first, second] }) =>
    second !== undefined && first !== second
      ? `${metric} is asked for every ${first} and every ${second} seconds, and a metric has one resolution. Name it in one entry.`
      : `${metric} is named in two entries. One is enough.`,
  fix: ({ at }) => [{ title: 'Remove it here', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${MONITORING}    - metricNames: [MemoryUtilization, ⟦CPUUtilization⟧]\n      resolutionSeconds: 60\n`,
        fixed: `${MONITORING}    - metricNames: [MemoryUtilization]\n      resolutionSeconds: 60\n`,
      },
    ],
    valid: [{ text: `${MONITORING}    - metricNames: [MemoryUtilization]\n      resolutionSeconds: 60\n` }],
  },
});
