/** Identifiers in the shapes ECS uses, made from the seed: no clock, no randomness of the platform. */
import { mix } from './random';

/** 32 hexadecimal digits, as in `arn:aws:ecs:…:task/cluster/ID`. */
export function taskId(seed: number, task: number): string {
  return hex(seed, 4 * task) + hex(seed, 4 * task + 1) + hex(seed, 4 * task + 2) + hex(seed, 4 * task + 3);
}

/** `ecs-svc/` and 19 digits (BOTO3-2024 line 2887). */
export function deploymentId(seed: number, index: number): string {
  const a = String(mix(seed + 11, index * 2)).padStart(10, '0');
  const b = String(mix(seed + 13, index * 2 + 1)).padStart(10, '0');
  return `ecs-svc/${(a + b).slice(-19).replace(/^0/, '7')}`;
}

/** A UUID in shape, for service events. */
export function eventId(seed: number, index: number): string {
  const h =
    hex(seed + 17, index * 4) + hex(seed + 17, index * 4 + 1) + hex(seed + 17, index * 4 + 2) + hex(seed, index);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20, 32)}`;
}

function hex(seed: number, index: number): string {
  return mix(seed, index).toString(16).padStart(8, '0');
}
