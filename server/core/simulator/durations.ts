/** The two other delays of a task's life, each with its parts: launch → RUNNING and stop request → STOPPED. */
import { deregistrationDelay } from './health';
import type { FullPlan } from './normalize';
import type { DurationPart } from './report/types';

export interface Delay {
  ms: number;
  /** Adds up to `ms`. */
  parts: DurationPart[];
}

const delay = (parts: DurationPart[]): Delay => ({ ms: parts.reduce((sum, part) => sum + part.ms, 0), parts });
const part = (what: string, ms: number, source: string): DurationPart => ({ what, ms, source });

/** S. Fargate provisions and pulls every time; an instance has the image unless told otherwise. */
export function launchDelay(plan: FullPlan): Delay {
  const { clock, launch, image } = plan;
  const given = clock.launchToRunning;
  if (given !== undefined) return delay([part('start tasks', given, 'timing:launchToRunning')]);
  if (onFargate(plan)) {
    return delay([
      part('accept the task', clock.launchOverhead, 'timing:launchOverhead'),
      part('provision its network interface and capacity', clock.provisioning, 'timing:provisioning'),
      pullPart(plan),
      image?.slowStart
        ? part('start containers with volumes or secrets', clock.slowStart, 'timing:slowStart')
        : part('start containers', clock.start, 'timing:start'),
    ]);
  }
  const start = launch.awsvpc
    ? part('start containers', clock.instanceStartAwsvpc, 'timing:instanceStartAwsvpc')
    : part('start containers', clock.instanceStart, 'timing:instanceStart');
  const cold = image?.cached === false || (image?.cached === undefined && image?.sizeMiB !== undefined);
  return delay(cold ? [pullPart(plan), start] : [start]);
}

function pullPart({ clock, image }: FullPlan): DurationPart {
  return image?.sizeMiB === undefined
    ? part('pull the image', clock.pull, 'timing:pull')
    : part('pull the image', Math.round(image.sizeMiB * clock.pullPerMiB), 'timing:pullPerMiB');
}

/**
 * D for a task that runs: one pass until its target drains, the deregistration delay, SIGTERM, its network interface.
 * @param ignoresSigterm the application is killed at the stop timeout instead of leaving at SIGTERM.
 */
export function stopDelay(plan: FullPlan, ignoresSigterm = plan.honoursSigterm === false): Delay {
  const { clock } = plan;
  if (clock.stopToStopped !== undefined) {
    return delay([part('stop tasks', clock.stopToStopped, 'timing:stopToStopped')]);
  }
  const parts: DurationPart[] = [];
  if (plan.loadBalancing) {
    parts.push(part('begin to drain the target', clock.drainDelay, 'timing:drainDelay'));
    parts.push(part('drain connections (deregistration delay)', deregistrationDelay(plan), '/loadBalancers'));
  }
  parts.push(
    ignoresSigterm
      ? part('wait for the stop timeout', plan.stopTimeoutMs, 'taskDefinition#/containerDefinitions')
      : part('exit on SIGTERM', Math.min(clock.sigterm, plan.stopTimeoutMs), 'timing:sigterm'),
  );
  if (onFargate(plan) || plan.launch.awsvpc) {
    parts.push(part('release the network interface', clock.deprovision, 'timing:deprovision'));
  }
  return delay(parts);
}

/** D for a task that never ran. */
export function stopPendingDelay(plan: FullPlan): number {
  return plan.clock.stopToStopped ?? plan.clock.stopPending;
}

export function onFargate({ launch }: FullPlan): boolean {
  return launch.kind === 'FARGATE' || launch.kind === 'FARGATE_SPOT';
}
