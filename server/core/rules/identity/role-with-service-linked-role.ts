import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, github, guide } from '../links';
import { defineRule } from '../rule';
import { BEHIND_CLASSIC, BEHIND_TARGET_GROUP, NETWORK, WEB } from '../samples';
import { linkedRoleReason } from './linked-role';

interface Data {
  why: string;
  seen: boolean;
}

export default defineRule<Data>({
  id: 'role-with-service-linked-role',
  severity: 'error',
  group: 'identity',
  on: 'service',
  since: '0.1.0',
  sources: ['R240', 'R241', 'R242', 'R243', 'R244', 'error:role-slr', 'recorded:pf-ecs-svc-role-with-awsvpc'],
  docs: {
    what: 'role in a service for which ECS needs its service-linked role: awsvpc networking (so always on Fargate), several target groups, service discovery, or the EXTERNAL controller.',
    why: 'There ECS acts with AWSServiceRoleForECS and takes no other: "You cannot specify an IAM role for services that require a service linked role." Under the EXTERNAL controller only the documents say so: a warning.',
    instead: 'Remove role. The service-linked role is made by itself and needs no permission of yours.',
    links: [
      CREATE_SERVICE,
      guide('using-service-linked-roles'),
      github('hashicorp/terraform-provider-aws/issues/4657'),
    ],
  },
  check(ctx, report) {
    const role = ctx.service.get('role');
    const reason = role.known ? linkedRoleReason(ctx) : undefined;
    if (!reason) return;
    report({
      at: { fact: role, key: true },
      data: { why: reason.why, seen: reason.seen },
      severity: reason.seen ? 'error' : 'warning',
      related: [{ at: reason.at, message: 'The reason' }],
    });
  },
  message: ({ why, seen }) =>
    seen
      ? `role is refused here, because ${why}: ECS then works with its service-linked role and takes no other. Remove role; nothing has to take its place.`
      : `AWS documents that ECS works with its service-linked role here, because ${why}: role has no place in the service. Remove it; nothing has to take its place.`,
  fix: ({ at }) => [{ title: 'Remove role', safe: true, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\n⟦role⟧: ecsServiceRole\n${NETWORK}${BEHIND_TARGET_GROUP}`,
        fixed: `${WEB}launchType: FARGATE\n${NETWORK}${BEHIND_TARGET_GROUP}`,
      },
      {
        text: `${WEB}launchType: EC2\n⟦role⟧: ecsServiceRole\n${BEHIND_CLASSIC}serviceRegistries:\n  - registryArn: arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-0123456789abcdef\n    containerName: web\n    containerPort: 80\n`,
      },
      {
        text: 'serviceName: web\n⟦role⟧: ecsServiceRole\ndeploymentController:\n  type: EXTERNAL\n',
        fixed: 'serviceName: web\ndeploymentController:\n  type: EXTERNAL\n',
      },
    ],
    valid: [{ text: `${WEB}launchType: EC2\nrole: ecsServiceRole\n${BEHIND_CLASSIC}` }],
  },
});
