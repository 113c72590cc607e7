/**
 * What placement is asked about, as plain data. `ClusterPlan` has the shape of the cluster description
 * (schemas/cluster.ts); amounts are CPU units (1024 a vCPU) and MiB.
 */
import type { ChoiceRules } from './levels';

/** Tasks of others on an instance, `count` of each. */
export interface ResidentTasks {
  group: string;
  count?: number;
  cpu?: number;
  memory?: number;
  gpus?: number;
  hostPorts?: readonly number[];
  interfaces?: number;
}

/** What an instance offers to tasks when it is empty. */
export interface InstanceResources {
  type?: string;
  cpu: number;
  memory: number;
  gpus?: number;
  /** awsvpc tasks that find a network interface; absent = no limit. */
  interfaces?: number;
  /** By name without `attribute:`. */
  attributes?: Readonly<Record<string, string>>;
}

export interface InstancePlan extends InstanceResources {
  id?: string;
  /** So many alike; default 1. */
  count?: number;
  zone: string;
  subnet?: string;
  status?: 'ACTIVE' | 'DRAINING';
  agentConnected?: boolean;
  agentVersion?: string;
  registeredAt?: string;
  capacityProvider?: string;
  tasks?: readonly ResidentTasks[];
}

export interface ManagedScalingPlan {
  enabled?: boolean;
  /** Percent, 1-100, default 100. */
  targetCapacity?: number;
  minimumScalingStepSize?: number;
  maximumScalingStepSize?: number;
  /** Seconds, default 300. */
  instanceWarmupPeriod?: number;
}

export interface CapacityProviderPlan {
  name: string;
  minimumSize?: number;
  maximumSize?: number;
  /** What an added instance is like; without it the provider never grows. */
  instance?: InstanceResources;
  zones?: readonly string[];
  managedScaling?: ManagedScalingPlan;
}

export interface ClusterPlan {
  name?: string;
  subnets?: readonly { id: string; zone: string; freeAddresses?: number }[];
  instances?: readonly InstancePlan[];
  capacityProviders?: readonly CapacityProviderPlan[];
  defaultCapacityProviderStrategy?: readonly { capacityProvider: string; base?: number; weight?: number }[];
}

/** What one task takes. */
export interface TaskNeeds {
  cpu: number;
  memory: number;
  gpus?: number;
  /** Network interfaces: 1 for awsvpc tasks. */
  interfaces?: number;
  /** Fixed host ports, `8080/tcp`; dynamic ones conflict with nothing. */
  hostPorts?: readonly string[];
  /** Attributes an instance must carry, such as `ecs.capability.task-eni`. */
  attributes?: readonly string[];
}

export interface PlacementConstraint {
  type: 'distinctInstance' | 'memberOf';
  expression?: string;
}

export interface PlacementStrategy {
  type: 'spread' | 'binpack' | 'random';
  /** spread: instanceId, host or attribute:NAME; binpack: cpu or memory, in any case. */
  field?: string;
}

export interface ProviderShare {
  base?: number;
  weight?: number;
}

/** Why an instance does not take a task, in the words of the reasons table. */
export type Lack =
  | 'CPU'
  | 'MEMORY'
  | 'GPU'
  | 'PORT'
  | 'ENI'
  | 'ADDRESS'
  | 'ATTRIBUTE'
  | 'CONSTRAINT'
  | 'ZONE'
  | 'PROVIDER'
  | 'AGENT'
  | 'DRAINING'
  | 'LOST';

/** How tasks of one service may be placed. */
export interface PlacementRules {
  /** Task group of the service: `service:NAME`. */
  group: string;
  constraints: readonly PlacementConstraint[];
  /** Empty = spread over zones, then over instances. */
  strategy: readonly PlacementStrategy[];
  /** What the documents leave open; absent = the simulator's defaults. */
  choice?: ChoiceRules;
  /** Zones of the service's subnets; absent = every zone. Only for tasks with their own network interface. */
  zones?: readonly string[];
  seed: number;
}
