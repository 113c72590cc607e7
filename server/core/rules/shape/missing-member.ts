import { ECSPRESSO_SUPPLIES } from '../../../../schemas/profiles';
import type { Shape } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import type { Plain } from '../../syntax';
import { set } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { dotted, nearest } from '../words';

interface Data {
  name: string;
  owner: Fact;
  shape: Shape;
  /** The command-line flag that gives the member beside the file. */
  flag: string | undefined;
}

/**
 * What AWS itself gives beside the file: its CodePipeline tutorial runs `create-service --service-name … --cli-input-json`
 * with a file that names no service. Source: CodePipeline user guide, "Amazon ECR source and ECS-to-CodeDeploy deployment".
 */
const GIVEN_BY_FLAG: Readonly<Record<string, string>> = { serviceName: '--service-name', service: '--service' };

export default defineRule<Data>({
  id: 'missing-member',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A member that the request needs is not there.',
    why: 'The API model marks it as required: the AWS CLI, and the SDK inside ecspresso, refuse the request before they call ECS. Switches are an exception in ecspresso: one that is left out is sent as false.',
    instead:
      'Add it. The name of the service is often given beside the file, with --service-name or --service, so its absence is only a warning: switch this rule off for such a file.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { owner, name, shape } of ctx.shape['missing-member'] ?? []) {
      const isRoot = owner === ctx.root;
      if (ctx.profile === 'ecspresso' && isGivenByEcspresso(name, shape, isRoot)) continue;
      // A misspelt or renamed member is one mistake, which another rule reports.
      const unknown = (ctx.shape['unknown-member'] ?? []).filter((p) => p.owner === owner);
      if (unknown.some((p) => nearest(p.name, [name]) === name)) continue;
      const flag = isRoot ? GIVEN_BY_FLAG[name] : undefined;
      const severity = flag ? 'warning' : 'error';
      report({ at: { fact: owner, key: true }, data: { name, owner, shape, flag }, severity });
    }
  },
  message: ({ name, owner, flag }, ctx) => {
    const where = owner === ctx.root ? 'The definition' : dotted(owner.pointer);
    if (flag)
      return `${where} has no ${name}, and the AWS CLI refuses the request without: add it, or give ${flag} beside the file.`;
    return ctx.profile === 'ecspresso'
      ? `${where} needs ${name}: the API requires it, and the SDK inside ecspresso refuses the request without it.`
      : `${where} needs ${name}: the API requires it, and the AWS CLI refuses the file without it.`;
  },
  fix: ({ data }) => {
    const value = startingValue(data.shape);
    return value === undefined
      ? []
      : [{ title: `Add ${data.name}`, safe: false, changes: set(data.owner, data.name, value) }];
  },
  examples: {
    invalid: [
      { text: '⟦taskDefinition⟧: web:1\ndesiredCount: 2\n' },
      {
        text: 'desiredCount: 2\nlaunchType: EC2\ndeploymentConfiguration:\n  ⟦alarms⟧:\n    enable: false\n    rollback: false\n',
        profile: 'ecspresso',
        fixed:
          'desiredCount: 2\nlaunchType: EC2\ndeploymentConfiguration:\n  alarms:\n    enable: false\n    rollback: false\n    alarmNames: []\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  ⟦deploymentCircuitBreaker⟧:\n    rollback: true\n',
        fixed:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  deploymentCircuitBreaker:\n    rollback: true\n    enable: true\n',
      },
    ],
    valid: [
      { text: 'desiredCount: 2\nlaunchType: EC2\n', profile: 'ecspresso' },
      {
        text: 'desiredCount: 2\nlaunchType: EC2\ndeploymentConfiguration:\n  deploymentCircuitBreaker:\n    enable: true\n',
        profile: 'ecspresso',
      },
    ],
  },
});

/**
 * The name, cluster and task definition come from ecspresso.yml. A switch that is left out is false in Go, and sent.
 * Source: aws-sdk-go-v2 service/ecs, validators.go and types.
 */
function isGivenByEcspresso(name: string, shape: Shape, isRoot: boolean): boolean {
  return isRoot ? (ECSPRESSO_SUPPLIES as readonly string[]).includes(name) : shape.type === 'boolean';
}

/** Something to begin with: the first value of an enum, a switch turned on, else the least number or an empty place to fill in. */
function startingValue(shape: Shape): Plain | undefined {
  if (shape.type === 'boolean') return true;
  if (shape.type === 'string') return shape.enum && !shape.open ? shape.enum[0] : '';
  if (shape.type === 'list') return [];
  if (shape.type === 'object') return {};
  return shape.type === 'integer' ? shape.min : undefined;
}
