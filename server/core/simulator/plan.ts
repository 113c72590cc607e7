/**
 * What the simulator is asked: plain data, serialisable, independent of file formats.
 * Only `desired` is needed; everything else has a default (normalize.ts) that the report lists when it mattered.
 * Percentages are whole numbers as in the API, times say their unit in the name, times without a unit are ms.
 */
import type { Options } from './options';
import type { ClusterPlan, PlacementConstraint, PlacementStrategy, TaskNeeds } from './placement/types';
import type { Timings } from './timings';

export type Change =
  /** CreateService: no task runs yet. */
  | 'create'
  /** A new revision replaces the running one. */
  | 'update'
  /** No new revision: the service runs in steady state and the scenario happens to it (scaling, draining, spot …). */
  | 'none';

export type LaunchKind = 'FARGATE' | 'FARGATE_SPOT' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';

export interface ProviderShare {
  name: string;
  base?: number;
  weight?: number;
}

export interface Launch {
  kind: LaunchKind;
  /** capacityProviderStrategy in order; tasks are split among them. */
  providers?: ProviderShare[];
  /** awsvpc network mode: a network interface per task (always on Fargate). */
  awsvpc?: boolean;
  /** Availability zones of the subnets, for the best-effort spread on Fargate. */
  zones?: string[];
}

export interface CircuitBreaker {
  enable: boolean;
  rollback: boolean;
  /** ThresholdConfiguration; default BOUNDED_PERCENT 50. */
  type?: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT';
  value?: number;
  /** resetOnHealthyTask, default true. */
  reset?: boolean;
}

export interface AlarmPlan {
  enable: boolean;
  rollback: boolean;
  names: string[];
  /** Period × evaluation periods of each alarm, for the bake time of rolling deployments. */
  periods?: { periodSeconds: number; evaluationPeriods: number }[];
}

export type LifecycleStage =
  | 'RECONCILE_SERVICE'
  | 'PRE_SCALE_UP'
  | 'SCALE_UP'
  | 'POST_SCALE_UP'
  | 'TEST_TRAFFIC_SHIFT'
  | 'POST_TEST_TRAFFIC_SHIFT'
  | 'PRE_PRODUCTION_TRAFFIC_SHIFT'
  | 'PRODUCTION_TRAFFIC_SHIFT'
  | 'POST_PRODUCTION_TRAFFIC_SHIFT'
  | 'BAKE_TIME'
  | 'CLEAN_UP';

export interface Hook {
  stages: LifecycleStage[];
  /** AWS_LAMBDA (default) or PAUSE. */
  target?: 'AWS_LAMBDA' | 'PAUSE';
  timeoutMinutes?: number;
  timeoutAction?: 'ROLLBACK' | 'CONTINUE';
}

export type CodeDeployHook =
  | 'BeforeInstall'
  | 'AfterInstall'
  | 'AfterAllowTestTraffic'
  | 'BeforeAllowTraffic'
  | 'AfterAllowTraffic';

export interface CodeDeployPlan {
  /** A named configuration, e.g. CodeDeployDefault.ECSAllAtOnce (default). */
  configuration?: string;
  /** A custom configuration instead of a named one. */
  custom?:
    | { type: 'AllAtOnce' }
    | { type: 'TimeBasedLinear'; percentage: number; intervalMinutes: number }
    | { type: 'TimeBasedCanary'; percentage: number; intervalMinutes: number };
  /** Minutes the old task set is kept; console default 60. */
  terminationWaitMinutes?: number;
  /** STOP_DEPLOYMENT: waits for a person before the shift, at most so long. */
  readyWaitMinutes?: number;
  testListener?: boolean;
  hooks?: CodeDeployHook[];
  autoRollback?: boolean;
}

/** One task set of an EXTERNAL service at t = 0 or created later by the scenario. */
export interface TaskSetPlan {
  id: string;
  /** Percent of desired, 0-100. */
  scale: number;
  primary?: boolean;
  /** Its healthy tasks at t = 0; absent = none yet. */
  running?: number;
}

export interface TargetGroup {
  name?: string;
  intervalSeconds?: number;
  healthyThreshold?: number;
  unhealthyThreshold?: number;
  deregistrationDelaySeconds?: number;
}

export interface LoadBalancing {
  kind: 'application' | 'network' | 'gateway' | 'classic';
  /** One entry per attached target group; default one with default settings. */
  targetGroups?: TargetGroup[];
}

/** Health check of one essential container. Seconds; defaults of the API. */
export interface ContainerCheck {
  container?: string;
  intervalSeconds?: number;
  timeoutSeconds?: number;
  retries?: number;
  startPeriodSeconds?: number;
}

export interface ImagePlan {
  /** Sum over the task's images, for the pull time. */
  sizeMiB?: number;
  /** EC2: the image is on the instance already. */
  cached?: boolean;
  /** Every image is pinned by digest or version consistency is disabled: no digest probe. */
  pinned?: boolean;
  /** Secrets, EFS volumes or similar slow the start down. */
  slowStart?: boolean;
}

/** Slots the cluster has for this service when no cluster is described. */
export type CapacityPlan =
  | { kind: 'unlimited' }
  | { kind: 'slots'; slots: number /** Managed scaling up to so many slots. */; growTo?: number }
  | { kind: 'cluster'; cluster: ClusterPlan };

/** Only for `capacity.kind` cluster. */
export interface PlacementPlan {
  needs: TaskNeeds;
  /** Of the old revision; default the same. */
  oldNeeds?: TaskNeeds;
  /** Of the service and of the task definition. */
  constraints?: PlacementConstraint[];
  strategy?: PlacementStrategy[];
  /** Subnet ids of the service (awsvpc). */
  subnets?: string[];
}

export interface OldRevision {
  /** Healthy tasks at t = 0; default desired (0 for a new service). */
  count?: number;
  /** Its deployment had COMPLETED, so a rollback can return to it; default count > 0. */
  completed?: boolean;
}

export type FailureMode =
  /** Dies `after` ms past its launch, without RUNNING. */
  | 'never'
  /** Dies `after` ms past RUNNING, before it is healthy. */
  | 'crash'
  /** Condemned by a health check `after` ms past RUNNING, then stopped. */
  | 'unhealthy';

/** Something that goes wrong, or that somebody does. `at` = ms since the deployment was asked for. */
export type Disturbance =
  | {
      kind: 'tasks-fail';
      mode: FailureMode;
      after?: number;
      /** Only the first n launches of the revision. */
      firstN?: number;
      /** Only these launches, counted from 1. */
      only?: number[];
      /** Each launch with this probability in percent. */
      sharePercent?: number;
      revision?: 'new' | 'old';
    }
  | { kind: 'image-not-found'; after?: number }
  /** Healthy tasks die (exit, or fail their checks for good) at a moment. */
  | { kind: 'tasks-die'; at: number; count: number; revision?: 'new' | 'old'; mode?: 'exit' | 'unhealthy' }
  | { kind: 'instance-lost'; at: number; instance: string }
  | { kind: 'instance-draining'; at: number; instance: string }
  | { kind: 'zone-lost'; at: number; zone: string }
  | { kind: 'no-capacity'; at: number; until?: number }
  | {
      kind: 'spot-interruption';
      at: number;
      count: number /** No Spot capacity for so long after. */;
      unavailableFor?: number;
    }
  | { kind: 'alarm'; at: number; until?: number; name?: string }
  | {
      kind: 'hook';
      stage: string;
      outcome: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
      after?: number /** Which visit of the stage, from 1; default every one. */;
      visit?: number;
    }
  | { kind: 'stop-deployment'; at: number; how: 'ABORT' | 'ROLLBACK' }
  | { kind: 'scale'; at: number; desired: number }
  | { kind: 'protect'; at: number; count: number; revision?: 'new' | 'old'; until?: number }
  | { kind: 'deploy'; at: number }
  | { kind: 'task-set'; at: number; op: 'create' | 'scale' | 'primary' | 'delete'; id: string; scale?: number };

export interface Plan {
  /** Names for messages only. */
  service?: string;
  cluster?: string;
  taskDefinition?: { family: string; revision: number; oldRevision?: number };
  desired: number;
  change?: Change;
  schedulingStrategy?: 'REPLICA' | 'DAEMON';
  controller?: 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';
  strategy?: 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';
  minimumHealthyPercent?: number;
  maximumPercent?: number;
  circuitBreaker?: CircuitBreaker;
  alarms?: AlarmPlan;
  bakeMinutes?: number;
  /** Percent in tenths of a percent are allowed (30.5). */
  linear?: { stepPercent?: number; stepBakeMinutes?: number };
  canary?: { percent?: number; bakeMinutes?: number };
  hooks?: Hook[];
  testTraffic?: boolean;
  serviceConnect?: boolean;
  codeDeploy?: CodeDeployPlan;
  taskSets?: TaskSetPlan[];
  launch?: Launch;
  loadBalancing?: LoadBalancing;
  cloudMap?: boolean;
  lattice?: boolean;
  containerChecks?: ContainerCheck[];
  graceSeconds?: number;
  stopTimeoutSeconds?: number;
  /** The application exits on SIGTERM (default) or ignores it until the stop timeout kills it. */
  honoursSigterm?: boolean;
  image?: ImagePlan;
  /** Size of one task: CPU units and MiB, for the resources at the peak. */
  task?: { cpu?: number; memory?: number };
  zoneRebalancing?: boolean;
  old?: OldRevision;
  capacity?: CapacityPlan;
  placement?: PlacementPlan;
  /** DAEMON without a described cluster: how many instances are eligible. */
  daemonInstances?: number;
  scenario?: Disturbance[];
  /** ms; any member replaces the default of timings.ts. */
  timings?: Partial<Timings>;
  options?: Partial<Options>;
  seed?: number;
  /** The simulation stops here, ms; default 24 h past the last planned wait. */
  until?: number;
}
