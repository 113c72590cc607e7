import { documentedChoice, integerChoice, list, optional, required, structure } from '../fields';
import { assumed, documented, model } from '../meta';

const metricConfiguration = structure('MetricConfiguration', {
  metricNames: required(
    list(
      documentedChoice(
        {
          CPUUtilization: 'CPU used, of what the tasks reserve.',
          MemoryUtilization: 'Memory used, of what the tasks reserve.',
        },
        documented(true),
      ),
      { minItems: model(1), maxItems: model(5), uniqueBy: assumed([], 'a metric has one resolution') },
    ),
    {
      doc: `The service metrics that this entry is about. A metric that two entries name has no clear resolution.`,
      rank: 1,
    },
  ),
  resolutionSeconds: required(
    integerChoice(
      { 20: 'A data point every 20 seconds.', 60: 'A data point every minute, as without any setting.' },
      documented(true),
    ),
    {
      doc: `How often ECS publishes the metrics. 20 lets alarms and scaling policies react sooner and is billed as a custom resolution. Only 20 and
        60 exist.`,
      default: 60,
      unit: 'seconds',
      rank: 1,
    },
  ),
});

export const monitoring = {
  monitoring: optional(
    structure('MonitoringConfiguration', {
      metricConfigurations: optional(list(metricConfiguration, { minItems: model(0), maxItems: model(5) }), {
        doc: `Which metrics are published how often. A metric that is not named keeps its one-minute resolution.`,
        since: '2026',
        rank: 1,
        snippet: [{ metricNames: ['CPUUtilization', 'MemoryUtilization'], resolutionSeconds: '«20|60»' }],
      }),
    }),
    {
      doc: `The resolution of the CPU and memory metrics that ECS publishes for the whole service. Finer ones are worth their price where scaling has to
        be quick.`,
      default: { text: 'one data point a minute' },
      since: '2026',
      update: 'in-place',
      snippet: { metricConfigurations: [{ metricNames: ['CPUUtilization'], resolutionSeconds: 20 }] },
    },
  ),
};
