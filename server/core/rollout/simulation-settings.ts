/** What the settings say of the simulation, as far as it has the form that the simulator takes. */

import { OPTIONS, type Options } from '../simulator/options';
import type { ClusterPlan } from '../simulator/placement/types';
import type { Plan } from '../simulator/plan';
import { TIMINGS } from '../simulator/timings';
import type { Plain } from '../syntax';
import { readCluster } from './cluster-of';

export interface Simulation {
  cluster?: ClusterPlan;
  settings: Pick<Plan, 'timings' | 'options' | 'seed'>;
}

const TOTALS = ['launchToRunning', 'runningToHealthy', 'stopToStopped'];

/**
 * @param simulator the member `simulator` of the settings, any JSON; what the simulator does not know is left out
 * @param read the text of a file by its path; undefined when there is none
 */
export function simulationOf(
  simulator: Readonly<Record<string, Plain>>,
  read: (path: string) => string | undefined,
): Simulation {
  const { cluster: path, seed } = simulator;
  const timings = pick(simulator.timings, (name, value) => isTiming(name) && typeof value === 'number' && value >= 0);
  const options = pick(simulator.options, isOption);
  const text = typeof path === 'string' ? read(path) : undefined;
  const cluster = text === undefined ? undefined : readCluster(String(path), text).cluster;
  return {
    ...(cluster && { cluster }),
    settings: {
      ...(timings && { timings }),
      ...(options && { options: options as Partial<Options> }),
      ...(typeof seed === 'number' && { seed }),
    },
  };
}

function pick<V extends Plain>(
  from: Plain | undefined,
  fits: (name: string, value: Plain) => boolean,
): Record<string, V> | undefined {
  if (typeof from !== 'object' || from === null || Array.isArray(from)) return undefined;
  const fitting = Object.entries(from).filter(([name, value]) => fits(name, value));
  return fitting.length > 0 ? (Object.fromEntries(fitting) as Record<string, V>) : undefined;
}

function isTiming(name: string): boolean {
  return Object.hasOwn(TIMINGS, name) || TOTALS.includes(name);
}

/** Of the type that the default has; the words of a choice are checked where the settings are read. */
function isOption(name: string, value: Plain): boolean {
  if (!Object.hasOwn(OPTIONS, name)) return false;
  const { default: usual } = OPTIONS[name as keyof Options];
  return Array.isArray(usual)
    ? Array.isArray(value) && value.every((n) => typeof n === 'number')
    : typeof value === typeof usual;
}
