/**
 * How long things take, in ms, each with the range that was seen or is allowed and where it comes from (simulator.md §8).
 * `Plan.timings` replaces any of them. Values that the definition itself sets (check intervals, delays) are not here:
 * health.ts and durations.ts combine both.
 */

export interface TimingFact {
  readonly default: number;
  readonly best: number;
  readonly worst: number;
  readonly what: string;
  readonly source: string;
}

const fact = (value: number, best: number, worst: number, what: string, source: string): TimingFact => ({
  default: value,
  best,
  worst,
  what,
  source,
});

export const TIMINGS = {
  tick: fact(
    10_000,
    10_000,
    10_000,
    'between two passes of the service scheduler',
    'observations O3, O4, O7: 9.6-10.2 s',
  ),
  firstPass: fact(7_000, 3_200, 16_400, 'from the API call to the first pass', 'observations O6, O5, O1: 3.2-16.4 s'),
  launchOverhead: fact(
    3_000,
    2_000,
    5_000,
    'from the launch to the creation of a Fargate task',
    'the rest of the 25 s total of O3, O4, O5',
  ),
  provisioning: fact(
    12_000,
    9_500,
    19_000,
    'PROVISIONING on Fargate: network interface and capacity',
    'observation O6: 9.5-19 s',
  ),
  pull: fact(7_000, 2_000, 30_000, 'image pull of 200 MiB at 30 MiB/s', 'observation O6; assumption on the size'),
  pullPerMiB: fact(
    33,
    33,
    100,
    'image pull per MiB, when the size is known',
    'observation O6: 30 MiB/s; 10 MB/s through a NAT gateway',
  ),
  start: fact(3_000, 2_000, 3_800, 'from the end of the pull to RUNNING', 'observation O6: 2-3.8 s'),
  slowStart: fact(
    25_000,
    24_800,
    36_000,
    'from the end of the pull to RUNNING with EFS or secrets',
    'observation O6: 24.8-36 s',
  ),
  instanceStart: fact(5_000, 2_000, 10_000, 'launch to RUNNING on an instance, image cached', 'assumption'),
  instanceStartAwsvpc: fact(
    10_000,
    5_000,
    20_000,
    'launch to RUNNING on an instance with awsvpc, image cached',
    'assumption',
  ),
  noCheckHealthy: fact(
    40_000,
    40_000,
    40_000,
    'RUNNING to healthy without any health check',
    'API reference, minimumHealthyPercent',
  ),
  drainDelay: fact(
    10_000,
    10_000,
    10_200,
    'from the stop request to draining the target',
    'observations O3, O4, O7: one pass',
  ),
  condemnToStop: fact(10_000, 9_600, 10_200, 'from the unhealthy verdict to the replacement', 'observation O7'),
  sigterm: fact(2_000, 1_000, 2_000, 'SIGTERM to exit when the application honours it', 'assumption'),
  stopPending: fact(3_000, 3_000, 3_000, 'stop of a task that never ran', 'observation O2'),
  deprovision: fact(
    15_000,
    10_000,
    25_000,
    'DEPROVISIONING of the network interface (Fargate, awsvpc)',
    'assumption fitted to O1, O3',
  ),
  startFailure: fact(
    60_000,
    10_000,
    290_000,
    'launch to STOPPED of a task that cannot start',
    'assumption; observation O2: 288 s for an unreachable registry',
  ),
  imageNotFound: fact(
    20_000,
    15_000,
    40_000,
    'launch to STOPPED when the image does not exist',
    'assumption: PROVISIONING plus one refused pull',
  ),
  crashAfter: fact(5_000, 1_000, 30_000, 'RUNNING to exit of a task that crashes', 'assumption'),
  scaleOut: fact(
    210_000,
    180_000,
    240_000,
    'a new instance through managed scaling',
    'assumption: alarm 60-120 s and boot 120 s',
  ),
  lambdaHook: fact(5_000, 1_000, 900_000, 'a lifecycle hook function', 'assumption; a function has 15 minutes'),
  pauseHook: fact(
    3_600_000,
    60_000,
    86_400_000,
    'a person continues a PAUSE hook or a ready deployment',
    'assumption: one hour',
  ),
  weightChange: fact(10_000, 5_000, 20_000, 'a change of listener weights', 'assumption'),
  networkLoadBalancerShift: fact(
    600_000,
    600_000,
    600_000,
    'added once to shifting through a Network Load Balancer',
    'developer guide: about 10 minutes',
  ),
  spotWarning: fact(
    120_000,
    120_000,
    120_000,
    'between the Spot warning and the end of the task',
    'developer guide, Fargate capacity providers',
  ),
} as const satisfies Record<string, TimingFact>;

export type TimingName = keyof typeof TIMINGS;

/**
 * The three totals replace the sums of their parts where they are given:
 * S launch → RUNNING, H RUNNING → counted healthy, D stop request → STOPPED.
 */
export interface Totals {
  launchToRunning?: number;
  runningToHealthy?: number;
  stopToStopped?: number;
}

export type Timings = Record<TimingName, number> & Totals;

/** The column of the table asked for, as a fresh object. */
export function timingsOf(column: 'default' | 'best' | 'worst'): Timings {
  const names = Object.keys(TIMINGS) as TimingName[];
  return Object.fromEntries(names.map((name) => [name, TIMINGS[name][column]])) as unknown as Timings;
}
