import { choice, double, integer, optional, structure } from '../fields';
import { documented } from '../meta';

const MINUTES = { min: documented(0), max: documented(1440) };

export const strategyChoice = () =>
  choice({
    ROLLING: 'Replaces tasks in place, within minimumHealthyPercent and maximumPercent.',
    BLUE_GREEN:
      'Starts a second full set, tests it, moves all production traffic at once, keeps the old set for the bake time.',
    LINEAR: 'As BLUE_GREEN, but traffic moves in equal steps with a wait after each.',
    CANARY: 'As BLUE_GREEN, but a small share of traffic moves first, and the rest after a wait.',
  });

export const linearConfiguration = structure('LinearConfiguration', {
  stepPercent: optional(double({ min: documented(3), max: documented(100), multipleOf: documented(0.1) }), {
    doc: `How much production traffic each step moves, with one decimal at most. 10 makes ten shifts and nine waits; 30 makes shifts to 30, 60,
      90 and 100.`,
    default: 10,
    unit: 'percent',
    rank: 1,
  }),
  stepBakeTimeInMinutes: optional(integer(MINUTES), {
    doc: `The wait after each step except the last; after that bakeTimeInMinutes applies. CloudFormation gives up after 36 hours, so keep steps
      times wait well below that.`,
    default: 6,
    unit: 'minutes',
    rank: 1,
  }),
});

export const canaryConfiguration = structure('CanaryConfiguration', {
  canaryPercent: optional(double({ min: documented(0.1), max: documented(100), multipleOf: documented(0.1) }), {
    doc: `The share of production traffic that goes to the new version first, with one decimal at most. It has to be enough for your alarms to
      notice something: 1 percent of little traffic proves nothing.`,
    default: 5,
    unit: 'percent',
    rank: 1,
  }),
  canaryBakeTimeInMinutes: optional(integer(MINUTES), {
    doc: `How long the first share is watched before all remaining traffic follows. Longer than the slowest alarm that you count on.`,
    default: 10,
    unit: 'minutes',
    rank: 1,
  }),
});
