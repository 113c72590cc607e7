import type { Enforced } from '../../../../schemas/shape';
import { refusal, severityOf } from '../enforcement';
import { factOf, replace } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { dotted } from '../words';

interface Data {
  path: string;
  value: number;
  step: number;
  enforced: Enforced;
}

export default defineRule<Data>({
  id: 'not-a-step',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['today:linearConfiguration.stepPercent', 'today:canaryConfiguration.canaryPercent'],
  docs: {
    what: 'A number with more decimal places than the member takes.',
    why: 'Traffic shares are set in steps of a tenth of a percent.',
    instead: 'Round it to a whole number of steps.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { fact, value, multipleOf, enforced } of ctx.shape.step ?? []) {
      report({
        at: fact,
        data: { path: dotted(fact.pointer), value, step: multipleOf, enforced },
        severity: severityOf(enforced),
      });
    }
  },
  message: ({ path, value, step, enforced }) =>
    `${path} goes in steps of ${step}, and ${value} is none of them; ${refusal(enforced)}. The nearest is ${nearestStep(value, step)}.`,
  fix: ({ at, data }) => {
    const right = nearestStep(data.value, data.step);
    return [{ title: `Round to ${right}`, safe: true, changes: replace(factOf(at), right) }];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  strategy: CANARY\n  bakeTimeInMinutes: 5\n  canaryConfiguration:\n    canaryPercent: ⟦5.25⟧\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n',
        fixed:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  strategy: CANARY\n  bakeTimeInMinutes: 5\n  canaryConfiguration:\n    canaryPercent: 5.3\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  strategy: CANARY\n  bakeTimeInMinutes: 5\n  canaryConfiguration:\n    canaryPercent: 5.3\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n',
      },
    ],
  },
});

function nearestStep(value: number, step: number): number {
  return Math.round(value / step) / (1 / step);
}
