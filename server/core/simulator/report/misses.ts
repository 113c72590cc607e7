/** What a scenario asks for and the plan has nothing to do it to: a run that looks untouched must say why. */
import type { Disturbance } from '../plan';
import type { World } from '../world';
import type { Source } from './types';

/** One note for each disturbance that cannot touch anything. */
export function missNotes(w: World): { text: string; source: Source }[] {
  return w.plan.scenario.flatMap((entry, i) => {
    const text = missed(w, entry);
    return text === undefined ? [] : [{ text: `The scenario changes nothing here: ${text}`, source: `scenario:${i}` }];
  });
}

function missed(w: World, entry: Disturbance): string | undefined {
  const { plan, capacity } = w;
  switch (entry.kind) {
    case 'zone-lost':
      return missing(
        'zone',
        entry.zone,
        capacity.zoneNames,
        'a cluster file names the zones of subnets and instances.',
      );
    case 'instance-lost':
    case 'instance-draining':
      return missing('container instance', entry.instance, capacity.instanceNames, 'a cluster file names them.');
    case 'hook': {
      const shifts: readonly string[] = plan.codeDeploy?.hooks ?? [];
      const stages = (plan.hooks ?? []).flatMap((hook) => hook.stages as readonly string[]);
      const known = plan.controller === 'CODE_DEPLOY' ? shifts : stages;
      return missing('lifecycle hook at', entry.stage, known, 'the deployment has none.');
    }
    case 'alarm':
      return plan.alarms?.enable === true ? undefined : 'deploymentConfiguration.alarms watches no alarm.';
    case 'spot-interruption': {
      const spot = plan.launch.kind === 'FARGATE_SPOT' || capacity.providerNames.includes('FARGATE_SPOT');
      return spot ? undefined : 'no task runs on FARGATE_SPOT.';
    }
    default:
      return undefined;
  }
}

/** @param otherwise when there are none at all */
function missing(what: string, name: string, known: readonly string[], otherwise: string): string | undefined {
  if (known.includes(name)) return undefined;
  const there = known.length > 0 ? `there are ${[...new Set(known)].slice(0, 5).join(', ')}.` : otherwise;
  return `there is no ${what} ${name}; ${there}`;
}
