/** The public face of the simulator. */
export { bounds, computedDesiredCount, isStuckByBounds } from './bounds';
export { threshold } from './breaker';
export { taskId } from './ids';
export { completePlan } from './normalize';
export { defaultOptions, OPTIONS, type Options } from './options';
export type * from './plan';
export { describeAt } from './report/describe';
export { measure } from './report/measure';
export type * from './report/types';
export { type SimulateOptions, simulate } from './simulate';
export { TIMINGS, type TimingName, type Timings } from './timings';
export { idealPlan, replayTrace, type Trace } from './traces';
