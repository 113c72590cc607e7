import type { Service } from '../../../../schemas';
import type { Fact } from '../../model/fact';
import type { RuleContext } from '../rule';

/** The parts of a Fargate platform version, `1.4.0` → [1, 4, 0]; undefined for LATEST and for anything else. */
export function platformParts(version: string | undefined): [number, number, number] | undefined {
  const parts = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(version ?? '');
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : undefined;
}

/** True when the version is stated and older than another one. */
export function olderThan(service: Fact<Service>, major: number, minor: number): boolean {
  const parts = platformParts(service.get('platformVersion').value);
  return parts !== undefined && (parts[0] < major || (parts[0] === major && parts[1] < minor));
}

/**
 * Whether an old version is certainly meant for Linux. Windows has versions of its own that begin again at 1.0.0, so
 * there the task definition has to say which system it is for.
 */
export function certainlyLinux(ctx: RuleContext): boolean {
  if (ctx.service.get('platformVersion').value !== '1.0.0') return true;
  const platform = ctx.taskDefinition?.get('runtimePlatform');
  if (!platform) return false;
  const family = platform.get('operatingSystemFamily');
  return family.absent || family.is('LINUX');
}
