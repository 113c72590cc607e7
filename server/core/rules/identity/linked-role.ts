import type { Fact } from '../../model/fact';
import type { At, RuleContext } from '../rule';

/** Why a service needs the service-linked role, so that a role of its own is refused; and where the file says so. */
export interface LinkedRoleReason {
  why: string;
  at: At;
  /** Whether anybody has seen ECS refuse the role for this reason. */
  seen: boolean;
}

/**
 * The first thing in the file that makes ECS insist on its service-linked role; undefined when nothing certainly does.
 * Source: BOTO3-2024 L418-L422, errors.json role-slr, recorded pf-ecs-svc-role-with-awsvpc.
 */
export function linkedRoleReason({ service, traits, taskDefinition }: RuleContext): LinkedRoleReason | undefined {
  const key = (fact: Fact<never> | Fact<unknown>) => ({ fact: fact as Fact<unknown>, key: true as const });
  if (traits.controller === 'EXTERNAL') {
    return {
      why: 'the deployment controller is EXTERNAL',
      at: service.get('deploymentController').get('type'),
      seen: false,
    };
  }
  const network = service.get('networkConfiguration');
  if (traits.fargate) {
    const at = service.get('launchType').known
      ? service.get('launchType')
      : key(service.get('capacityProviderStrategy'));
    return { why: 'Fargate tasks have a network interface of their own', at, seen: true };
  }
  if (network.get('awsvpcConfiguration').known)
    return { why: 'networkConfiguration gives tasks an interface of their own', at: key(network), seen: true };
  if (traits.awsvpc && taskDefinition)
    return { why: 'the task definition uses awsvpc networking', at: taskDefinition.get('networkMode'), seen: true };
  const groups = service.get('loadBalancers').items.filter((item) => item.get('targetGroupArn').known);
  if (groups.length > 1)
    return { why: `there are ${groups.length} target groups`, at: key(service.get('loadBalancers')), seen: true };
  const registries = service.get('serviceRegistries');
  if (registries.some) return { why: 'the service uses service discovery', at: key(registries), seen: true };
  return undefined;
}
