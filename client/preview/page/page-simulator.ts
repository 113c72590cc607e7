/** Second script of a report that stands alone (dist/simulator.js): the simulator, under one name of the page. */
import { runMany, summarise } from '../../../server/core/simulator/many';
import { simulate } from '../../../server/core/simulator/simulate';

const simulator = { simulate, runMany, summarise };

export type PageSimulator = typeof simulator;

globalThis.ecsPreflightSimulator = simulator;
