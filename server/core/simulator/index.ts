/**
 * The deployment simulator. Input: a `Plan` (plain data, only `desired` is needed). Output: a `Report` (columns).
 *
 * simulate(plan, { analyse })      -> Report
 * measure(plan, column)            -> outcome, finish, floor, peak of a run without a record
 * describeAt(report, ms)           -> what DescribeServices would answer at that moment
 * simulateMany(plan, { runs })     -> ManyReport; runMany / mergeTallies / summarise for workers with progress
 * replayTrace(trace)               -> differences from a reference trace
 */
export { bounds, ceilPercent, computedDesiredCount, floorPercent, isStuckByBounds } from './bounds';
export { threshold } from './breaker';
export { codeDeployShifts } from './code-deploy';
export { taskId } from './ids';
export {
  type Fan,
  type ManyOptions,
  type ManyReport,
  type ManyTally,
  mergeTallies,
  type Quantiles,
  runMany,
  simulateMany,
  summarise,
  tallyRuns,
} from './many';
export { milestones } from './milestones';
export { completePlan, type FullPlan } from './normalize';
export { defaultOptions, OPTIONS, type OptionFact, type Options } from './options';
export type * from './plan';
export { describeAt, type Json } from './report/describe';
export { measure } from './report/measure';
export { lastAt } from './report/parts';
export type * from './report/types';
export { type SimulateOptions, simulate, worstPlan } from './simulate';
export { TIMINGS, type TimingFact, type TimingName, type Timings, timingsOf } from './timings';
export { idealPlan, replayTrace, type Trace } from './traces';
export { shiftsOf } from './traffic';
