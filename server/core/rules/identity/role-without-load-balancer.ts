import { factOf, remove } from '../fixes';
import { CREATE_SERVICE, guide } from '../links';
import { defineRule } from '../rule';
import { BEHIND_CLASSIC, WEB } from '../samples';
import { linkedRoleReason } from './linked-role';

export default defineRule<Record<string, never>>({
  id: 'role-without-load-balancer',
  severity: 'error',
  group: 'identity',
  on: 'service',
  since: '0.1.0',
  sources: ['R239', 'recorded:pf-ecs-svc-role-without-load-balancers'],
  docs: {
    what: 'role in a service that has no load balancer.',
    why: 'With this role ECS registers tasks at a load balancer; without one there is nothing to do: "IAM roles are only valid for services configured to use load balancers."',
    instead:
      'Remove role. Permissions of the containers belong in taskRoleArn of the task definition, those for pulling images in executionRoleArn.',
    links: [CREATE_SERVICE, guide('using-service-linked-roles')],
  },
  check(ctx, report) {
    const { service, traits } = ctx;
    const role = service.get('role');
    // AWS's own VPC Lattice samples give a role without loadBalancers.
    if (!role.known || traits.loadBalanced !== false || !service.get('vpcLatticeConfigurations').none) return;
    if (traits.controller === undefined) return;
    if (linkedRoleReason(ctx)) return;
    report({ at: { fact: role, key: true }, data: {} });
  },
  message: () =>
    'role is only for registering tasks at a load balancer, and this service has none: ECS refuses it. Remove role; what the containers may do belongs in taskRoleArn of the task definition.',
  fix: ({ at }) => [{ title: 'Remove role', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [{ text: `${WEB}launchType: EC2\n⟦role⟧: ecsServiceRole\n`, fixed: `${WEB}launchType: EC2\n` }],
    valid: [{ text: `${WEB}launchType: EC2\nrole: ecsServiceRole\n${BEHIND_CLASSIC}` }],
  },
});
