/**
 * What a simulation answers: plain data, the same bytes for the same plan and seed.
 * All times are whole ms since the deployment was asked for. Long lists are columns: one array per attribute, same length.
 */

/**
 * What caused a thing, so that a reader can be led to it:
 * a JSON pointer of the definition ("/deploymentConfiguration/maximumPercent"), or
 * "taskDefinition#" and a JSON pointer of the task definition,
 * "timing:NAME", "option:NAME", "scenario:INDEX", "assumption:NAME".
 */
export type Source = string;

export type Outcome =
  | 'completed'
  /** IN_PROGRESS for ever (or past the end of the simulated time). */
  | 'stuck'
  /** Ended as failed by a person, a limit or a hook, without a way back. */
  | 'failed'
  | 'rolled-back'
  /** FAILED by the circuit breaker or an alarm without rollback: nothing is launched any more. */
  | 'stalled';

export interface Verdict {
  outcome: Outcome;
  /** When it was reached; null when it never is. */
  at: number | null;
  why: string;
  source: Source;
}

export interface DurationPart {
  what: string;
  ms: number;
  source: Source;
}

export interface Durations {
  /** null = never. */
  best: number | null;
  default: number | null;
  worst: number | null;
  /** Where the default duration goes; adds up to it. */
  parts: DurationPart[];
}

export interface Counts {
  desired: number;
  /** Fewest healthy tasks the bounds allow, most tasks they allow. */
  lower: number;
  upper: number;
  /** Fewest healthy tasks by the clock, when, and for how long healthy stayed below desired. */
  floor: number;
  floorAt: number;
  belowDesiredMs: number;
  peak: number;
  peakAt: number;
  /** Tasks per zone at the peak, by zone name; empty without zones. */
  peakZones: Record<string, number>;
  /** CPU units and MiB at the peak when the task size is known. */
  peakCpu: number | null;
  peakMemory: number | null;
}

export interface Wave {
  at: number;
  launched: number;
  /** How many of them are tasks of the old revision (a rollback, a replacement). */
  old: number;
}

export interface BreakerReport {
  enabled: boolean;
  rollback: boolean;
  threshold: number;
  /** Highest number of failures counted. */
  highest: number;
  tripAt: number | null;
  tripCount: number | null;
  /** When it would act by the other reading of the documents (option breakerEvaluation). */
  tripAtLatest: number | null;
  source: Source;
}

/** Counts after each pass that changed something. */
export interface Series {
  t: number[];
  oldHealthy: number[];
  /** Old tasks that are starting, or running and not healthy. */
  oldOther: number[];
  newPending: number[];
  newRunning: number[];
  newHealthy: number[];
  stopping: number[];
  total: number[];
}

export type TaskEnd =
  | 'alive'
  | 'scheduler'
  | 'failed-to-start'
  | 'exited'
  | 'unhealthy'
  | 'spot'
  | 'instance-lost'
  | 'zone-lost';

/** One entry per task in order of launch. -1 = did not happen, does not apply. */
export interface TaskColumns {
  /** 0 = old revision, 1 = new, 2 … = later deployments. For EXTERNAL: index into taskSets. */
  revision: number[];
  launched: number[];
  running: number[];
  healthy: number[];
  stopRequested: number[];
  stopped: number[];
  /** Indexes into `zones`, `instances`, `providers`. */
  zone: number[];
  instance: number[];
  provider: number[];
  /** Index into `ends`. */
  end: number[];
  ends: readonly TaskEnd[];
  zones: readonly string[];
  instances: readonly string[];
  providers: readonly string[];
}

export interface Phase {
  /** A lifecycle stage, a CodeDeploy event, or "WAVE n", "BAKE", "ROLLBACK" of a rolling deployment. */
  name: string;
  from: number;
  /** null = never ended. */
  to: number | null;
  source: Source;
}

/** Traffic weights of the new revision, percent. */
export interface Traffic {
  t: number[];
  production: number[];
  test: number[];
}

export type EventKind =
  | 'started'
  | 'stopped'
  | 'stopped-pending'
  | 'registered'
  | 'deregistered'
  | 'draining'
  | 'completed'
  | 'steady'
  | 'failed'
  | 'rolling-back'
  | 'unable-to-place'
  | 'unhealthy'
  | 'configuration'
  | 'impaired'
  | 'throttled'
  | 'rebalancing'
  | 'stage'
  | 'traffic'
  | 'disturbance';

export interface ServiceEvent {
  at: number;
  kind: EventKind;
  message: string;
  source: Source;
  /** Index into `deployments` (ECS controller) or `taskSets`; -1 = none. */
  deployment: number;
  /** Indexes into the task columns. */
  tasks: number[];
}

export type RolloutState = 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';

export interface DeploymentReport {
  id: string;
  /** Revision of the tasks. */
  revision: number;
  taskDefinition: string;
  createdAt: number;
  /** In order of time: state, reason, number of failed tasks. */
  changes: { at: number; state: RolloutState; reason: string }[];
  failures: { at: number; count: number }[];
}

export interface TaskSetReport {
  id: string;
  externalId: string;
  startedBy: string;
  createdAt: number;
  changes: { at: number; status: 'PRIMARY' | 'ACTIVE' | 'DRAINING'; scale: number; computedDesiredCount: number }[];
  /** When it reached STEADY_STATE and when it left it. */
  stability: { at: number; status: 'STEADY_STATE' | 'STABILIZING' }[];
}

export interface Outcomes {
  outcome: Outcome;
  finish: number | null;
  floor: number;
  peak: number;
}

/** A change of one member that frees a stuck rollout; re-simulated. */
export interface Edit {
  pointer: Source;
  from: number | null;
  to: number;
  text: string;
  result: Outcomes;
}

export interface StuckProof {
  lower: number;
  upper: number;
  healthy: number;
  total: number;
  /** Free task slots of the cluster; null = no limit known. */
  free: number | null;
  mayStart: number;
  mayStop: number;
  text: string;
  sources: Source[];
  edits: Edit[];
}

export interface Suggestion {
  pointer: Source;
  /** Name of the figure in the plan, where no member of the definition holds it. */
  setting?: string;
  from: number | string | null;
  to: number | string;
  savesMs: number;
  text: string;
  /** What it costs: e.g. more tasks at the peak. */
  result: Outcomes;
}

export interface Assumption {
  /** `default`: a member the plan leaves out. */
  kind: 'option' | 'timing' | 'default';
  name: string;
  value: string;
  what: string;
  /** Where it comes from, in words for people. */
  source: string;
  /** A public page that says it. */
  link?: string;
}

/**
 * Figures of the plan as the run took them, given or not: what a plan says nothing of is the default of ECS, or what the
 * simulator works out. In the units of the plan.
 */
export interface Figures {
  minimumHealthyPercent: number;
  maximumPercent: number;
  daemonInstances: number;
  oldCount: number;
  bakeMinutes: number;
  canaryPercent: number;
  canaryBakeMinutes: number;
  stepPercent: number;
  stepBakeMinutes: number;
  graceSeconds: number;
  stopTimeoutSeconds: number;
  deregistrationDelaySeconds: number;
  intervalSeconds: number;
  /** Of a task that goes well, in seconds. */
  launchToRunningSeconds: number;
  runningToHealthySeconds: number;
  stopToStoppedSeconds: number;
}

/** A time limit outside ECS (or of it) that the rollout meets. */
export interface LimitCheck {
  name: 'services-stable waiter' | 'CodeDeploy installation' | 'CloudFormation' | 'stage' | 'deployment';
  limitMs: number;
  ms: number | null;
  exceeded: boolean;
  source: string;
}

export interface Report {
  version: 1;
  seed: number;
  service: string;
  controller: 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';
  strategy: string;
  schedulingStrategy: 'REPLICA' | 'DAEMON';
  change: 'create' | 'update' | 'none';
  cluster: string;
  launchType: string;
  capacityProviders: { capacityProvider: string; base: number; weight: number }[];
  /** The desired count over time. */
  desired: { at: number; count: number }[];
  verdict: Verdict;
  duration: Durations;
  counts: Counts;
  waves: Wave[];
  breaker: BreakerReport | null;
  series: Series;
  tasks: TaskColumns;
  phases: Phase[];
  traffic: Traffic;
  events: ServiceEvent[];
  deployments: DeploymentReport[];
  taskSets: TaskSetReport[];
  stuck: StuckProof | null;
  suggestions: Suggestion[];
  limits: LimitCheck[];
  /** One sentence each: things to know that are neither stuck nor slow. */
  notes: { text: string; source: Source }[];
  assumptions: Assumption[];
  /** Figures that the run worked with, whoever gave them. */
  figures: Figures;
  /** The last simulated moment. */
  end: number;
}
