import type { Fact } from '../../model/fact';
import { guide } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { instancePortOf } from '../task-definition/parts';
import { count } from '../words';
import { rollingOf } from './certain';

interface Data {
  desired: number;
  why: string;
}

export default defineRule<Data>({
  id: 'rollout-needs-spare-instance',
  severity: 'information',
  group: 'rollout',
  on: 'service',
  since: '0.1.0',
  sources: ['simulator:§3.3', 'simulator:§11'],
  docs: {
    what: 'A service of which an instance holds only one task, and none of whose tasks may stop before the next one runs.',
    why: 'distinctInstance and fixed host ports allow one task on an instance, old and new revision counted together. When every task has to stay healthy, a rollout needs an instance that has none: with exactly as many instances as tasks it never moves.',
    instead: 'Keep one instance more than tasks, or lower minimumHealthyPercent so that a task may stop first.',
    links: [guide('task-placement-constraints'), guide('deployment-type-ecs')],
  },
  check(ctx, report) {
    const rolling = rollingOf(ctx);
    if (!rolling || ctx.traits.ownCapacity !== true || rolling.bounds.lower < rolling.desired) return;
    if (rolling.bounds.upper <= rolling.desired) return;
    const reason = onePerInstance(ctx);
    if (!reason) return;
    const at = rolling.minFact.node ? rolling.minFact : rolling.desiredFact;
    report({
      at,
      data: { desired: rolling.desired, why: reason.why },
      related: [{ at: reason.fact, message: 'This allows one task on an instance' }],
    });
  },
  message: ({ desired, why }) =>
    `Because of ${why} an instance holds one task of this service, and all ${count(desired, 'task')} must stay healthy: a rollout needs at least ${desired + 1} instances. With ${desired} it never moves. Keep a spare instance, or lower minimumHealthyPercent.`,
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: ⟦3⟧\nlaunchType: EC2\nplacementConstraints:\n  - type: distinctInstance\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 3\nlaunchType: EC2\nplacementConstraints:\n  - type: distinctInstance\ndeploymentConfiguration:\n  minimumHealthyPercent: 50\n',
      },
    ],
  },
});

function onePerInstance(ctx: RuleContext): { fact: Fact; why: string } | undefined {
  const distinct = ctx.service
    .get('placementConstraints')
    .items.map((c) => c.get('type'))
    .find((type) => type.is('distinctInstance'));
  if (distinct) return { fact: distinct as Fact, why: 'distinctInstance' };
  const port = ctx.taskDefinition && instancePortOf(ctx.taskDefinition);
  return port && { fact: port as Fact, why: `the fixed host port ${port.value}` };
}
