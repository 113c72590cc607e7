/** Rolling updates, new services, daemons, and services that do not deploy (the scenario happens to them). */
import type { Controller } from './controller';
import { settle } from './deployment';
import { watchAlarm } from './disturbances';
import { addHealthyTask } from './lifecycle';
import { mayRebalance } from './rebalance';
import { rollingPass } from './scheduler';
import { addRevision, type World } from './world';

export const rollingController: Controller = {
  start(w) {
    addOldRevision(w);
    if (w.plan.change === 'none') {
      w.stage = 'settled';
    } else {
      addRevision(w);
      w.target = 1;
      w.recorder?.addDeployment(1, 0, 'IN_PROGRESS');
    }
  },
  pass(w) {
    watchAlarm(w);
    rollingPass(w);
  },
  atRest(w) {
    if (w.stage === 'frozen') return false;
    const moving = mayRebalance(w.plan) && w.zoneTasks.length > 1 && !w.rebalanced;
    return w.steady && !moving;
  },
  finish: finishRolling,
};

/** The revision that runs at t = 0, with its healthy tasks. Its image digests are known. */
export function addOldRevision(w: World): void {
  const old = addRevision(w);
  old.completed = w.plan.oldCompleted;
  old.digest = true;
  old.everRan = true;
  old.everHealthy = true;
  w.recorder?.addDeployment(0, 0, 'COMPLETED');
  const slots = w.capacity.seat?.(w.plan.oldCount) ?? w.capacity.place(w.plan.oldCount, 0, 0);
  for (let i = 0; i < w.plan.oldCount; i++) addHealthyTask(w, old, slots[i]);
}

function finishRolling(w: World): void {
  if (w.plan.change === 'none' && w.steady) {
    const why = 'The service runs as many healthy tasks as desired.';
    settle(w, { outcome: 'completed', at: Math.max(0, w.steadyAt), why, source: '/desiredCount' });
  }
}
