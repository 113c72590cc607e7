/**
 * How long things take, in ms, each with the range that was seen or is allowed and where it comes from (simulator.md §8).
 * `Plan.timings` replaces any of them. Values that the definition itself sets (check intervals, delays) are not here:
 * health.ts and durations.ts combine both.
 */
import { PAGES } from './pages';

export interface TimingFact {
  readonly default: number;
  readonly best: number;
  readonly worst: number;
  readonly what: string;
  /** Where it comes from, in words for people. */
  readonly source: string;
  /** A public page that says it. */
  readonly link?: string;
}

const fact = (value: number, best: number, worst: number, what: string, source: string, link?: string): TimingFact => ({
  default: value,
  best,
  worst,
  what,
  source,
  ...(link !== undefined && { link }),
});

export const TIMINGS = {
  tick: fact(
    10_000,
    10_000,
    10_000,
    'between two passes of the service scheduler',
    'measured in public deployment logs: 9.6 to 10.2 s',
  ),
  firstPass: fact(
    7_000,
    3_200,
    16_400,
    'from the API call to the first pass',
    'measured in public deployment logs: 3.2 to 16.4 s',
  ),
  launchOverhead: fact(
    3_000,
    2_000,
    5_000,
    'from the launch to the creation of a Fargate task',
    'what is left of 25 s from launch to RUNNING, as measured in public deployment logs',
  ),
  provisioning: fact(
    12_000,
    9_500,
    19_000,
    'PROVISIONING on Fargate: network interface and capacity',
    'published measurements on Fargate: 9.5 to 19 s',
  ),
  pull: fact(
    7_000,
    2_000,
    30_000,
    'image pull of 200 MiB at 30 MiB/s',
    'published measurements on Fargate; the size is assumed',
  ),
  pullPerMiB: fact(
    33,
    33,
    100,
    'image pull per MiB, when the size is known',
    'published measurements on Fargate: 30 MiB/s, and 10 MB/s through a NAT gateway',
  ),
  start: fact(
    3_000,
    2_000,
    3_800,
    'from the end of the pull to RUNNING',
    'published measurements on Fargate: 2 to 3.8 s',
  ),
  slowStart: fact(
    25_000,
    24_800,
    36_000,
    'from the end of the pull to RUNNING with EFS or secrets',
    'published measurements on Fargate: 24.8 to 36 s',
  ),
  instanceStart: fact(5_000, 2_000, 10_000, 'launch to RUNNING on an instance, image cached', 'assumed'),
  instanceStartAwsvpc: fact(
    10_000,
    5_000,
    20_000,
    'launch to RUNNING on an instance with awsvpc, image cached',
    'assumed',
  ),
  noCheckHealthy: fact(
    40_000,
    40_000,
    40_000,
    'RUNNING to healthy without any health check',
    'API reference, minimumHealthyPercent',
    PAGES.deploymentMembers,
  ),
  drainDelay: fact(
    10_000,
    10_000,
    10_200,
    'from the stop request to draining the target',
    'measured in public deployment logs: one pass of the scheduler',
  ),
  condemnToStop: fact(
    10_000,
    9_600,
    10_200,
    'from the unhealthy verdict to the replacement',
    'measured in public deployment logs: 9.6 to 10.2 s',
  ),
  sigterm: fact(2_000, 1_000, 2_000, 'SIGTERM to exit when the application honours it', 'assumed'),
  stopPending: fact(3_000, 3_000, 3_000, 'stop of a task that never ran', 'measured in a public deployment log'),
  deprovision: fact(
    15_000,
    10_000,
    25_000,
    'DEPROVISIONING of the network interface (Fargate, awsvpc)',
    'assumed, so that whole stops last as long as in public deployment logs',
  ),
  startFailure: fact(
    60_000,
    10_000,
    290_000,
    'launch to STOPPED of a task that cannot start',
    'assumed; 288 s were measured where the registry was out of reach',
  ),
  imageNotFound: fact(
    20_000,
    15_000,
    40_000,
    'launch to STOPPED when the image does not exist',
    'assumed: PROVISIONING and one refused pull',
  ),
  crashAfter: fact(5_000, 1_000, 30_000, 'RUNNING to exit of a task that crashes', 'assumed'),
  scaleOut: fact(
    210_000,
    180_000,
    240_000,
    'a new instance through managed scaling',
    'assumed: an alarm after 60 to 120 s, and 120 s to boot',
  ),
  lambdaHook: fact(5_000, 1_000, 900_000, 'a lifecycle hook function', 'assumed; a function has at most 15 minutes'),
  pauseHook: fact(
    3_600_000,
    60_000,
    86_400_000,
    'a person continues a PAUSE hook or a ready deployment',
    'assumed: one hour',
  ),
  weightChange: fact(10_000, 5_000, 20_000, 'a change of listener weights', 'assumed'),
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
    PAGES.fargateProviders,
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
