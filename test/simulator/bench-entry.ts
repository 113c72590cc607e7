/** What the benchmark needs beyond the public face: the run without a report, and the heap alone. */
export { EventQueue } from '../../server/core/simulator/clock';
export { completePlan, simulate, simulateMany } from '../../server/core/simulator/index';
export { Recorder } from '../../server/core/simulator/recorder';
export { run } from '../../server/core/simulator/run';
