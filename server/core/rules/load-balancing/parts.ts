import type { Service } from '../../../../schemas';
import type { Fact } from '../../model/fact';

type Item<T> = T extends readonly (infer I)[] ? NonNullable<I> : never;

export type LoadBalancer = Item<NonNullable<Service['loadBalancers']>>;
export type Lattice = Item<NonNullable<Service['vpcLatticeConfigurations']>>;

/** An entry that brings traffic by a target group, of Elastic Load Balancing or of VPC Lattice. */
export type Traffic = Pick<LoadBalancer & Lattice, 'targetGroupArn' | 'advancedConfiguration'>;

/** The entries of loadBalancers and vpcLatticeConfigurations: both take an advancedConfiguration with the same members. */
export function trafficOf(service: Fact<Service>): Fact<Traffic>[] {
  const entries = [...service.get('loadBalancers').items, ...service.get('vpcLatticeConfigurations').items];
  return entries as unknown as Fact<Traffic>[];
}

/** The strategies in which ECS itself moves traffic between two target groups. Source: CreateService, advancedConfiguration. */
export const SHIFTING = ['BLUE_GREEN', 'LINEAR', 'CANARY'] as const;
