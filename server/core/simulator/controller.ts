/** Who decides: the rolling scheduler, a shifting strategy, CodeDeploy, or an external system. */

import { codeDeployController } from './code-deploy';
import type { FullPlan } from './normalize';
import type { Disturbance } from './plan';
import { rollingController } from './rolling';
import { externalController } from './task-sets';
import { shiftingController } from './traffic';
import type { World } from './world';

export interface Controller {
  /** Sets up revisions and the tasks that are there at t = 0. */
  start(w: World): void;
  /** One pass on the state that the events of an instant left. */
  pass(w: World): void;
  /** A step of a script is due. */
  step?(w: World, turn: number): void;
  /** A scenario entry just happened. */
  disturbed?(w: World, entry: Disturbance): void;
  /** Nothing will change any more. */
  atRest(w: World): boolean;
  /** The run is over: says how it ended if nobody has. */
  finish(w: World): void;
}

/** A new service has nothing to shift traffic from: its first tasks start as in a rolling deployment (assumption). */
export function controllerFor(plan: FullPlan): Controller {
  if (plan.controller === 'EXTERNAL') return externalController();
  if (plan.change !== 'update') return rollingController;
  if (plan.controller === 'CODE_DEPLOY') return codeDeployController();
  return plan.strategy === 'ROLLING' || plan.schedulingStrategy === 'DAEMON' ? rollingController : shiftingController();
}
