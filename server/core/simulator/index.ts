/** The public face of the simulator. */
export { bounds, computedDesiredCount, isStuckByBounds } from './bounds';
export { threshold } from './breaker';
export { completePlan } from './normalize';
export type * from './plan';
export type * from './report/types';
export { replayTrace, type Trace } from './traces';
