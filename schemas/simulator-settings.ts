import { anything, integer, map, optional, structure, text } from './fields';
import { assumed } from './meta';
import type { KnownKey } from './shape';

type Keys = Record<string, KnownKey & { doc: string }>;

const plain = (docs: Record<string, string>): Keys =>
  Object.fromEntries(Object.entries(docs).map(([name, doc]) => [name, { doc }]));

/** Names as the simulator has them; a test holds the two together. */
const timings = plain({
  launchToRunning: 'From the launch of a task to RUNNING, in place of its parts.',
  runningToHealthy: 'From RUNNING until the task counts as healthy, in place of its parts.',
  stopToStopped: 'From the request to stop a task until it is STOPPED, in place of its parts.',
  tick: 'Between two passes of the service scheduler.',
  firstPass: 'From the API call to the first pass.',
  launchOverhead: 'From the launch until Fargate begins with the task.',
  provisioning: 'Network interface and capacity of a Fargate task.',
  pull: 'Pull of an image of unknown size.',
  pullPerMiB: 'Pull of one MiB of an image of known size.',
  start: 'From the end of the pull to RUNNING.',
  slowStart: 'The same with EFS or secrets.',
  instanceStart: 'Launch to RUNNING on an instance that has the image.',
  instanceStartAwsvpc: 'The same with awsvpc.',
  noCheckHealthy: 'RUNNING to healthy without any health check.',
  drainDelay: 'From the request to stop until the target drains.',
  condemnToStop: 'From the verdict unhealthy until the task is replaced.',
  sigterm: 'From SIGTERM to the exit of an application that honours it.',
  stopPending: 'Stop of a task that never ran.',
  deprovision: 'Removal of the network interface.',
  startFailure: 'From the launch to STOPPED of a task that cannot start.',
  imageNotFound: 'From the launch to STOPPED when the image is missing.',
  crashAfter: 'From RUNNING to the exit of a task that crashes.',
  scaleOut: 'Until a new instance of a capacity provider takes tasks.',
  lambdaHook: 'A lifecycle hook function.',
  pauseHook: 'Until a person answers a PAUSE hook.',
  weightChange: 'A change of listener weights.',
  networkLoadBalancerShift: 'Added once when a Network Load Balancer shifts traffic.',
  spotWarning: 'From the Spot warning to the end of the task.',
});

const options: Keys = {
  stopPolicy: {
    values: ['eager', 'when-blocked', 'after-healthy'],
    doc: 'When old tasks stop, if starting were possible too.',
  },
  unreadyOldTasks: {
    values: ['stop', 'keep'],
    doc: 'What happens to tasks of an older revision that are not healthy yet.',
  },
  breakerReset: { values: ['healthy', 'running'], doc: 'Which task clears the failure count of the circuit breaker.' },
  unboundedRounding: { values: ['up', 'down'], doc: 'How an unbounded percentage threshold becomes a whole number.' },
  severalTargetGroups: { values: ['all', 'any'], doc: 'In how many of several target groups a task must be healthy.' },
  providerRemainder: {
    values: ['highest-averages', 'largest-deficit'],
    doc: 'Which capacity provider takes the next task, as far as the weights leave it open.',
  },
  baseWithoutWeight: {
    values: ['held', 'ignored'],
    doc: 'Whether a capacity provider of weight 0 gets the tasks of its base.',
  },
  placementTie: { values: ['lowest-id', 'random'], doc: 'Which of equally good instances takes a task.' },
  missingAttribute: {
    values: ['one-group', 'each-alone'],
    doc: 'How instances without the attribute that tasks are spread over are grouped.',
  },
  breakerEvaluation: { values: ['immediate', 'next-launch'], doc: 'When a full count trips the circuit breaker.' },
  startFailuresAfterRunning: { values: ['count', 'ignore'], doc: 'Whether failed starts count once a task has run.' },
  placementRefusals: { values: ['count', 'ignore'], doc: 'Whether a placement without room counts as a failure.' },
  breakerWhileShifting: {
    values: ['ignored', 'applied'],
    doc: 'Whether the circuit breaker watches shifting strategies.',
  },
  bakeFormula: { values: ['longest-alarm', 'none'], doc: 'How long alarms are watched after a rolling deployment.' },
  scaleOutWhileDeploying: {
    values: ['old-first', 'target-only'],
    doc: 'Which revision grows when the service scales out meanwhile.',
  },
  unhealthyOldTask: {
    values: ['own-revision', 'target-revision'],
    doc: 'What replaces a broken task of the old revision.',
  },
  targetInitialHealth: { values: ['one-check', 'threshold'], doc: 'How many checks a fresh target has to pass.' },
  boundsInScaleUp: {
    values: ['unlimited', 'maximum'],
    doc: 'Whether the percentages slow the second set of tasks down.',
  },
  ...plain({
    countStoppingTowardsMax: 'Whether a stopping task holds its place under the maximum.',
    digestProbe: 'Whether the first task starts alone.',
    probePinnedImages: 'Whether it does so too when every image is pinned by its digest.',
    digestAttempts: 'How often the first task may fail.',
    breakerMinimum: 'The least that a percentage threshold comes to.',
    breakerMaximum: 'The most that a percentage threshold comes to.',
    backoffSeconds: 'The pauses after failed starts in a row, a list; the last repeats.',
    bakeMinimumSeconds: 'The least time that alarms are watched.',
    launchesPerMinute: 'How many tasks a service launches in a minute; 0 for no limit.',
    fargateBurst: 'How many tasks Fargate launches at once; 0 for no limit.',
    fargatePerSecond: 'How many launches Fargate refills in a second.',
    restartsFollowed: 'How many rounds of a restart loop are simulated one by one.',
    patienceHours: 'How long a rollout may stand still before it is called stuck.',
  }),
};

export const simulator = structure('simulator', {
  cluster: optional(text(), {
    doc: `A cluster file, by its path relative to the configuration file: the subnets, instances and capacity providers to simulate on.`,
    default: { text: 'enough room everywhere' },
    rank: 1,
  }),
  timings: optional(map(integer({ min: assumed(0, 'time does not run backwards') }), timings), {
    doc: `How long things take in the simulation, in milliseconds, by name. A report lists those that it had to assume.`,
    unit: 'milliseconds',
    rank: 2,
  }),
  options: optional(map(anything(), options), {
    doc: `Modelling choices that the public documents leave open, by name. A report lists those that took part in it.`,
  }),
  seed: optional(integer(), {
    doc: `The seed of the random numbers. The same seed gives the same report, byte for byte.`,
    default: 1,
  }),
  runs: optional(integer({ min: assumed(1, 'no run, no report'), max: assumed(100_000, 'more would take too long') }), {
    doc: `How many runs the odds and quantiles are drawn from.`,
    default: 1000,
  }),
});
