import { choice, flag, integer, optional, required, structure } from '../fields';
import { model } from '../meta';

export const earlySuccess = structure('DeploymentEarlySuccessCriteria', {
  enable: required(flag(), {
    doc: `Lets a rolling deployment succeed before every task is replaced. When true, healthyPercent and sourceServiceRevisionCleanup have to be
      there too; when false, the deployment waits for steady state as usual.`,
    default: false,
    rank: 1,
  }),
  healthyPercent: optional(integer({ min: model(0), max: model(100) }), {
    doc: `The share of desiredCount that has to be healthy on the new revision for the deployment to count as done; the rest is started
      afterwards. Not below minimumHealthyPercent.`,
    unit: 'percent',
    rank: 1,
  }),
  sourceServiceRevisionCleanup: optional(
    choice({
      BLOCKING: 'Old tasks are gone before the deployment is reported as successful.',
      DEFERRED: 'Success is reported first, old tasks go afterwards.',
    }),
    {
      doc: `When the old tasks go, seen from the moment of success. DEFERRED is sooner done, but both versions go on serving for a while after
        your pipeline says it is finished.`,
      rank: 1,
    },
  ),
});
