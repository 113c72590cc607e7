/**
 * The deployment simulator. Input: a `Plan` (plain data, only `desired` is needed). Output: a `Report` (columns).
 *
 * simulate(plan, { analyse })      -> Report
 * measure(plan, column)            -> outcome, finish, floor, peak of a run without a record
 * describeAt(report, ms)           -> what DescribeServices would answer at that moment
 * simulateMany(plan, { runs })     -> ManyReport; startSeries / mergeTallies / summarise to make them in parts
 * replayTrace(trace)               -> differences from a reference trace
 */
export { bounds, ceilPercent, computedDesiredCount, floorPercent, isStuckByBounds } from './bounds';
export { threshold } from './breaker';
export { codeDeployShifts } from './code-deploy';
export { taskId } from './ids';
export { type ManyOptions, type Series, type SeriesOptions, simulateMany, startSeries, tallyRuns } from './many';
export { type Fan, type ManyReport, type Quantiles, summarise } from './many-report';
export { type ManyTally, mergeTallies } from './many-tally';
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
