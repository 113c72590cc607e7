import { guide } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { firstGiven, valueOrDefault } from './certain';

interface Data {
  strategy: string;
  waits: number;
  perWait: number;
  bake: number;
  total: number;
}

/** CloudFormation refuses plans of more than 33 hours of waiting; a deployment may last 30 days. Source: simulator.md §7. */
const CLOUDFORMATION_MINUTES = 33 * 60;
const DEPLOYMENT_MINUTES = 30 * 24 * 60;

export default defineRule<Data>({
  id: 'shift-outlasts-limits',
  severity: 'information',
  group: 'rollout',
  on: 'service',
  since: '0.1.0',
  sources: ['simulator:§7', 'today:linearConfiguration', 'today:canaryConfiguration'],
  docs: {
    what: 'A traffic shift whose steps and bake time add up to more than a limit around it.',
    why: 'CloudFormation refuses plans with more than 33 hours of waiting and gives up after 36. ECS itself ends a deployment after 30 days.',
    instead: 'Take larger steps, or shorter waits between them.',
    links: [guide('deployment-type-linear')],
  },
  check(ctx, report) {
    const plan = waitsOf(ctx);
    if (!plan || plan.total <= CLOUDFORMATION_MINUTES) return;
    const configuration = ctx.service.get('deploymentConfiguration');
    const linear = configuration.get('linearConfiguration');
    const at = firstGiven(
      linear.get('stepBakeTimeInMinutes'),
      linear.get('stepPercent'),
      configuration.get('canaryConfiguration').get('canaryBakeTimeInMinutes'),
      configuration.get('bakeTimeInMinutes'),
    );
    report({ at, data: plan, severity: plan.total > DEPLOYMENT_MINUTES ? 'warning' : 'information' });
  },
  message: ({ strategy, waits, perWait, bake, total }) => {
    const hours = Math.round(total / 6) / 10;
    const limit =
      total > DEPLOYMENT_MINUTES
        ? 'ECS ends a deployment after 30 days'
        : 'CloudFormation refuses more than 33 hours (the API takes it)';
    return `This ${strategy} shift waits ${waits} × ${perWait} min and bakes ${bake} min: ${hours} hours in all, and ${limit}.`;
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  strategy: LINEAR\n  bakeTimeInMinutes: 5\n  linearConfiguration:\n    stepPercent: 5\n    stepBakeTimeInMinutes: ⟦120⟧\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  strategy: LINEAR\n  bakeTimeInMinutes: 5\n  linearConfiguration:\n    stepPercent: 10\n    stepBakeTimeInMinutes: 6\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n',
      },
    ],
  },
});

/** Steps and waits of a plan whose figures are all certain. ceil(100 / p) shifts have one wait less between them. */
function waitsOf(ctx: RuleContext): Data | undefined {
  const configuration = ctx.service.get('deploymentConfiguration');
  const { strategy } = ctx.traits;
  const bakeFact = configuration.get('bakeTimeInMinutes');
  const bake = bakeFact.absent ? 0 : bakeFact.value;
  if (bake === undefined) return undefined;
  if (strategy === 'LINEAR') {
    const linear = configuration.get('linearConfiguration');
    const step = valueOrDefault(linear.get('stepPercent'));
    const perWait = valueOrDefault(linear.get('stepBakeTimeInMinutes'));
    if (step === undefined || step <= 0 || perWait === undefined) return undefined;
    const waits = Math.ceil(1000 / Math.round(step * 10)) - 1;
    return { strategy, waits, perWait, bake, total: waits * perWait + bake };
  }
  if (strategy === 'CANARY') {
    const perWait = valueOrDefault(configuration.get('canaryConfiguration').get('canaryBakeTimeInMinutes'));
    return perWait === undefined ? undefined : { strategy, waits: 1, perWait, bake, total: perWait + bake };
  }
  return undefined;
}
