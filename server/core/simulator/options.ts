/**
 * Modelling choices that public documents do not settle. Each has a name, a default and a source;
 * a report lists those that took part in its run. Overridable through `Plan.options`.
 */
import { PAGES } from './pages';

export interface Options {
  /** Order of stops and starts when both are possible. */
  stopPolicy: 'eager' | 'when-blocked' | 'after-healthy';
  /** What happens to tasks of an older revision that are starting or not healthy yet. */
  unreadyOldTasks: 'stop' | 'keep';
  /** A task that was told to stop holds its slot under the maximum until it is STOPPED. */
  countStoppingTowardsMax: boolean;
  /** A tripped breaker acts at once, or at the next launch pass. */
  breakerEvaluation: 'immediate' | 'next-launch';
  breakerMinimum: number;
  breakerMaximum: number;
  /** What clears the failure count of the circuit breaker: a healthy task, or already a RUNNING one. */
  breakerReset: 'healthy' | 'running';
  /** How an UNBOUNDED_PERCENT threshold becomes a whole number. */
  unboundedRounding: 'up' | 'down';
  /** Does a task that never starts still count once another task of the deployment has RUN? */
  startFailuresAfterRunning: 'count' | 'ignore';
  /** Does a placement without room count as a failure while no task of the deployment has run? */
  placementRefusals: 'count' | 'ignore';
  /** Does the circuit breaker watch BLUE_GREEN, LINEAR and CANARY deployments? */
  breakerWhileShifting: 'ignored' | 'applied';
  /** Pause after the k-th consecutive start failure, seconds; the last repeats. */
  backoffSeconds: readonly number[];
  /** How long a rolling deployment with alarms is watched after the old tasks are gone. */
  bakeFormula: 'longest-alarm' | 'none';
  bakeMinimumSeconds: number;
  /** Which revision gets the extra tasks when the service scales out while it deploys. */
  scaleOutWhileDeploying: 'old-first' | 'target-only';
  /** Which revision replaces a broken task of the old revision during a rollout. */
  unhealthyOldTask: 'own-revision' | 'target-revision';
  /** The first task of a deployment goes alone to fix the image digests. */
  digestProbe: boolean;
  /** Does the first task go alone also when every image is pinned by its digest? */
  probePinnedImages: boolean;
  /** Failed probes after which the deployment goes on without digests (or fails, with the breaker). */
  digestAttempts: number;
  /** Health checks a fresh target must pass: one, or the healthy threshold. */
  targetInitialHealth: 'one-check' | 'threshold';
  /** With several target groups a task is healthy when all of them say so, or one. */
  severalTargetGroups: 'all' | 'any';
  /** Which capacity provider the next task goes to, as far as the weights leave it open. */
  providerRemainder: 'highest-averages' | 'largest-deficit';
  /** Does a capacity provider of weight 0 get the tasks of its base? */
  baseWithoutWeight: 'held' | 'ignored';
  /** Which of several equally good instances takes a task. */
  placementTie: 'lowest-id' | 'random';
  /** Where tasks are spread over an attribute that some instances lack: those form one group, or one each. */
  missingAttribute: 'one-group' | 'each-alone';
  /** Launches per service in any 60 s; 0 = no quota. */
  launchesPerMinute: number;
  /** Fargate account bucket; burst 0 = no bucket. */
  fargateBurst: number;
  fargatePerSecond: number;
  /** Do minimum and maximum percent pace SCALE_UP of the shifting strategies? */
  boundsInScaleUp: 'unlimited' | 'maximum';
  /** Rounds of a restart loop that are simulated one by one. */
  restartsFollowed: number;
  /** Without progress for so long a rollout is called stuck. */
  patienceHours: number;
}

export interface OptionFact<T> {
  readonly default: T;
  /** One sentence for the report's assumptions. */
  readonly what: string;
  /** Where it comes from, in words for people. */
  readonly source: string;
  /** A public page that says it. */
  readonly link?: string;
}

export const OPTIONS: { readonly [K in keyof Options]: OptionFact<Options[K]> } = {
  stopPolicy: {
    default: 'eager',
    what: 'Old tasks are stopped as soon as the minimum allows it, even before new ones run.',
    source: 'assumed: AWS does not say in which order; this is the more cautious reading',
  },
  unreadyOldTasks: {
    default: 'stop',
    what: 'Tasks of an older revision that are starting or not healthy are stopped at once when a newer one takes over.',
    source: 'seen in a public deployment log for tasks that are starting; assumed for the others',
  },
  countStoppingTowardsMax: {
    default: true,
    what: 'A task that is stopping holds its place under the maximum until it has stopped.',
    source: 'developer guide: at a maximum of 100 % the new task waits until the old one has stopped',
    link: PAGES.draining,
  },
  breakerEvaluation: {
    default: 'immediate',
    what: 'The circuit breaker acts at the failure that reaches its threshold; it was also seen to act one restart pause later.',
    source: 'developer guide, and a public deployment log',
    link: PAGES.circuitBreaker,
  },
  breakerMinimum: {
    default: 3,
    what: 'A percentage threshold is at least 3 failures (10 before 2023).',
    source: 'API reference',
    link: PAGES.breakerMembers,
  },
  breakerMaximum: {
    default: 200,
    what: 'A percentage threshold is at most 200 failures.',
    source: 'API reference',
    link: PAGES.breakerMembers,
  },
  breakerReset: {
    default: 'healthy',
    what: 'A healthy task clears the failure count; one that merely runs does not.',
    source: 'API reference; AWS corrected an older text in an issue of its roadmap',
    link: PAGES.breakerReset,
  },
  unboundedRounding: {
    default: 'up',
    what: 'An unbounded percentage threshold is rounded up like a bounded one.',
    source: 'assumed: the developer guide speaks of the same calculation',
    link: PAGES.circuitBreaker,
  },
  startFailuresAfterRunning: {
    default: 'count',
    what: 'A task that never starts counts as a failure also after another task of the deployment has run.',
    source: 'assumed: the API reference counts it, the developer guide says nothing of it',
    link: PAGES.breakerMembers,
  },
  placementRefusals: {
    default: 'count',
    what: 'A task that finds no room counts as a failure, at each retry, while no task of the deployment has run.',
    source: 'API reference, and an issue of the AWS roadmap; how often ECS tries again is assumed',
    link: PAGES.placementRefusals,
  },
  breakerWhileShifting: {
    default: 'ignored',
    what: 'The circuit breaker watches rolling deployments only.',
    source: 'assumed: the documents of AWS disagree',
  },
  backoffSeconds: {
    default: [30, 30, 300, 600, 1200, 1620],
    what: 'Pauses after consecutive failed starts: 30 s, 30 s, 5 min, 10 min, 20 min, then 27 min each.',
    source: 'developer guide: at most 27 minutes; how the pauses grow was measured in a public deployment log',
    link: PAGES.throttling,
  },
  bakeFormula: {
    default: 'longest-alarm',
    what: 'With alarms, a rolling deployment is watched for the longest period × evaluation periods after the old tasks are gone.',
    source: 'assumed: ECS derives the time from the alarms and does not publish how',
  },
  bakeMinimumSeconds: {
    default: 60,
    what: 'Alarms are watched for at least 60 s.',
    source: 'assumed',
  },
  scaleOutWhileDeploying: {
    default: 'old-first',
    what: 'Scaling out during a deployment first adds tasks of the old revision.',
    source: 'assumed: since November 2025 both revisions scale, and AWS does not say in which proportion',
  },
  unhealthyOldTask: {
    default: 'own-revision',
    what: 'A broken task of the old revision is replaced by its own revision while the deployment runs.',
    source: 'announced by AWS in November 2025; developer guide',
    link: PAGES.rolling,
  },
  digestProbe: {
    default: true,
    what: 'The first task of a deployment starts alone to fix the image digests; the others follow when it runs.',
    source: 'developer guide, and a public deployment log',
    link: PAGES.rolling,
  },
  probePinnedImages: {
    default: false,
    what: 'Where every image is pinned by its digest, no task goes ahead alone.',
    source: 'assumed: there is no digest to find',
  },
  digestAttempts: {
    default: 3,
    what: 'After three failed first tasks the deployment goes on without digests, or fails when the circuit breaker is on.',
    source: 'developer guide',
    link: PAGES.rolling,
  },
  targetInitialHealth: {
    default: 'one-check',
    what: 'A fresh target is healthy after one passed check; the worst case waits for the healthy threshold.',
    source: 'developer guide, which says both; one check was seen in two public deployment logs',
    link: PAGES.targetChecks,
  },
  severalTargetGroups: {
    default: 'all',
    what: 'With several target groups a task counts as healthy when it is healthy in all of them.',
    source: 'assumed: the documents of AWS speak of one target group',
  },
  providerRemainder: {
    default: 'highest-averages',
    what: 'The next task goes to the capacity provider that has least for its weight; among equals to the first.',
    source: 'assumed: the weights settle the shares to within one task; three published examples agree',
  },
  baseWithoutWeight: {
    default: 'held',
    what: 'A capacity provider of weight 0 gets the tasks of its base and no more.',
    source: 'assumed: the documents of AWS leave it open',
  },
  placementTie: {
    default: 'lowest-id',
    what: 'Of equally good instances the one with the lowest id takes the task.',
    source: 'assumed: how ECS chooses is not published',
  },
  missingAttribute: {
    default: 'one-group',
    what: 'Instances without the attribute that tasks are spread over form one group.',
    source: 'assumed',
  },
  launchesPerMinute: {
    default: 500,
    what: 'A service launches at most 500 tasks in a minute.',
    source: 'developer guide, service quotas',
    link: PAGES.quotas,
  },
  fargateBurst: {
    default: 100,
    what: 'Fargate launches at most 100 tasks at once for an account.',
    source: 'developer guide, Fargate throttling quotas',
    link: PAGES.fargateQuotas,
  },
  fargatePerSecond: {
    default: 20,
    what: 'Fargate then refills 20 launches a second.',
    source: 'developer guide, Fargate throttling quotas',
    link: PAGES.fargateQuotas,
  },
  boundsInScaleUp: {
    default: 'unlimited',
    what: 'Minimum and maximum percent do not slow SCALE_UP of blue/green, linear and canary deployments.',
    source: 'assumed',
  },
  restartsFollowed: {
    default: 20,
    what: 'A restart loop is followed for 20 rounds; ECS itself goes on for ever.',
    source: 'a limit of the simulation',
  },
  patienceHours: {
    default: 2,
    what: 'A rollout that makes no progress for two hours is called stuck.',
    source: 'a limit of the simulation; ECS itself tries for ever',
  },
};

/** All defaults, as a fresh object. */
export function defaultOptions(): Options {
  return Object.fromEntries(Object.entries(OPTIONS).map(([name, fact]) => [name, fact.default])) as unknown as Options;
}
