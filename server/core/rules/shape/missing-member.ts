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
}

export default defineRule<Data>({
  id: 'missing-member',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: [],
  docs: {
    what: 'A member that the request needs is not there.',
    why: 'The API model marks it as required: the AWS CLI refuses the file before it calls ECS.',
    instead:
      'Add it. What is passed as a command-line flag beside the file can be left to the flag: switch this rule off for the file then.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { owner, name, shape } of ctx.shape['missing-member'] ?? []) {
      if (ctx.profile === 'ecspresso' && owner === ctx.root && (ECSPRESSO_SUPPLIES as readonly string[]).includes(name))
        continue;
      // A misspelt or renamed member is one mistake, which another rule reports.
      const unknown = (ctx.shape['unknown-member'] ?? []).filter((p) => p.owner === owner);
      if (unknown.some((p) => nearest(p.name, [name]) === name)) continue;
      report({ at: { fact: owner, key: true }, data: { name, owner, shape } });
    }
  },
  message: ({ name, owner }) => {
    const where = owner.pointer === '' ? 'The definition' : dotted(owner.pointer);
    return `${where} needs ${name}: the API requires it, and the AWS CLI refuses the file without it.`;
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
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  ⟦deploymentCircuitBreaker⟧:\n    rollback: true\n',
        fixed:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  deploymentCircuitBreaker:\n    rollback: true\n    enable: true\n',
      },
    ],
    valid: [{ text: 'desiredCount: 2\nlaunchType: EC2\n', profile: 'ecspresso' }],
  },
});

/** Something to begin with: the first value of an enum, a switch turned on, else an empty place to fill in. */
function startingValue(shape: Shape): Plain | undefined {
  if (shape.type === 'boolean') return true;
  if (shape.type === 'string') return shape.enum && !shape.open ? shape.enum[0] : '';
  if (shape.type === 'list') return [];
  if (shape.type === 'object') return {};
  return shape.type === 'integer' || shape.type === 'double' ? (shape.enum?.[0] ?? shape.min ?? 0) : undefined;
}
