import type { TaskDefinition } from '../../../schemas/runtime';
import type { Fact } from '../model/fact';
import type { ContainerCheck, ImagePlan } from '../simulator/plan';

type Containers = NonNullable<TaskDefinition['containerDefinitions']>;
type Container = Fact<NonNullable<Containers[number]>>;

/** A container is essential unless it says no. Source: RegisterTaskDefinition, ContainerDefinition.essential. */
function essential(taskDefinition: Fact<TaskDefinition>): Container[] {
  return taskDefinition.get('containerDefinitions').items.filter((c) => !c.get('essential').is(false)) as Container[];
}

/** Health checks of the essential containers, in seconds; undefined when none has one. */
export function checksOf(taskDefinition: Fact<TaskDefinition>): ContainerCheck[] | undefined {
  const checked = essential(taskDefinition).filter((c) => c.get('healthCheck').known);
  if (checked.length === 0) return undefined;
  return checked.map((container) => {
    const check = container.get('healthCheck');
    const facts: [keyof ContainerCheck, string | number | undefined][] = [
      ['container', container.get('name').value],
      ['intervalSeconds', check.get('interval').value],
      ['timeoutSeconds', check.get('timeout').value],
      ['retries', check.get('retries').value],
      ['startPeriodSeconds', check.get('startPeriod').value],
    ];
    return Object.fromEntries(facts.filter(([, v]) => v !== undefined)) as ContainerCheck;
  });
}

/** The longest stop timeout of all containers, seconds. */
export function stopTimeoutOf(taskDefinition: Fact<TaskDefinition>): number | undefined {
  const given = taskDefinition.get('containerDefinitions').items.flatMap((c) => c.get('stopTimeout').value ?? []);
  return given.length > 0 ? Math.max(...given) : undefined;
}

/** Whether the images are pinned by digest (no digest probe), and whether secrets or file systems slow the start. */
export function imageOf(taskDefinition: Fact<TaskDefinition>): ImagePlan {
  const containers = taskDefinition.get('containerDefinitions').items;
  const pinned =
    containers.length > 0 &&
    containers.every(
      (c) => c.get('versionConsistency').is('disabled') || /@sha256:[0-9a-f]{64}$/.test(c.get('image').value ?? ''),
    );
  const volumes = taskDefinition.get('volumes').items.some((v) => v.get('efsVolumeConfiguration').given);
  const secrets = containers.some((c) => c.get('secrets').some);
  return { ...(pinned && { pinned }), ...((volumes || secrets) && { slowStart: true }) };
}

/** CPU units and MiB of one task: the task's own figures, else the sum over its containers. `1 vCPU` and `2 GB` are read too. */
export function taskSizeOf(taskDefinition: Fact<TaskDefinition>): { cpu?: number; memory?: number } | undefined {
  const containers = taskDefinition.get('containerDefinitions').items;
  const sum = (values: (number | undefined)[]) =>
    values.some((v) => v !== undefined) ? values.reduce<number>((a, v) => a + (v ?? 0), 0) : undefined;
  const cpu = units(taskDefinition.get('cpu').value, 1024) ?? sum(containers.map((c) => c.get('cpu').value));
  const memory =
    units(taskDefinition.get('memory').value, 1024) ??
    sum(containers.map((c) => c.get('memoryReservation').value ?? c.get('memory').value));
  if (cpu === undefined && memory === undefined) return undefined;
  return { ...(cpu !== undefined && { cpu }), ...(memory !== undefined && { memory }) };
}

/** `256`, `.25 vCPU`, `0.5 GB` in CPU units or MiB. */
export function units(text: string | undefined, perWord: number): number | undefined {
  const match = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(text ?? '');
  if (!match) return undefined;
  return match[2] ? Math.round(Number(match[1]) * perWord) : Number(match[1]);
}
