import { planOf } from '../../rollout/plan-of';
import { durationWords } from '../../rollout/words';
import type { LimitCheck } from '../../simulator/report/types';
import { simulate } from '../../simulator/simulate';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { count } from '../words';
import { firstGiven, rollingOf } from './certain';

interface Data {
  ms: number;
  waves: number;
  limit: LimitCheck;
  advice: string | undefined;
}

export default defineRule<Data>({
  id: 'rollout-outlasts-waiter',
  severity: 'information',
  group: 'rollout',
  on: 'service',
  since: '0.1.0',
  sources: ['simulator:§1.8', 'simulator:§11'],
  docs: {
    what: 'A rollout that, with usual timings, takes longer than those who wait for it do.',
    why: '`aws ecs wait services-stable` gives up after 40 polls of 15 seconds, ten minutes, and most deployment actions use it. The deployment goes on, but the pipeline has failed. CloudFormation gives up after three hours.',
    instead:
      'Replace more tasks at a time, shorten the deregistration delay of the target group, or let the pipeline wait longer.',
    links: [guide('service-quotas'), github('aws-actions/amazon-ecs-deploy-task-definition/issues/33')],
  },
  check(ctx, report) {
    const rolling = rollingOf(ctx);
    if (!rolling) return;
    const { desired, bounds } = rolling;
    const batch = Math.max(bounds.upper - desired, desired - bounds.lower);
    // One or two waves fit in ten minutes; only what may not is worth a simulation on the way to the findings.
    if (batch < 1 || Math.ceil(desired / batch) < 3) return;
    const { plan, assumed } = planOf({ service: ctx.service, traits: ctx.traits, taskDefinition: ctx.taskDefinition });
    if (assumed.length > 0) return;
    const simulated = simulate(plan);
    const limit = simulated.limits.filter((l) => l.exceeded).at(-1);
    const ms = simulated.duration.default;
    if (!limit || ms === null) return;
    const [best] = simulated.suggestions;
    const at = firstGiven(rolling.maxFact, rolling.minFact, rolling.desiredFact);
    report({ at, data: { ms, waves: simulated.waves.length, limit, advice: best?.text } });
  },
  message: ({ ms, waves, limit, advice }) =>
    `A rollout takes about ${durationWords(ms)} (simulated: ${count(waves, 'wave')}, usual timings), longer than the ${durationWords(limit.limitMs)} of the ${limit.name}.${advice ? ` ${advice}` : ''}`,
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 20\nlaunchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\ndeploymentConfiguration:\n  minimumHealthyPercent: 100\n  maximumPercent: ⟦110⟧\nloadBalancers:\n  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef\n    containerName: web\n    containerPort: 80\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 20\nlaunchType: EC2\ndeploymentConfiguration:\n  minimumHealthyPercent: 100\n  maximumPercent: 200\n',
      },
    ],
  },
});
