/** What Fargate offers. Source: ECS developer guide, "Task size"; cpu and memory of RegisterTaskDefinition. */
import { either } from '../words';

/** CPU units and the amounts of memory that go with them, MiB, ascending. 32 vCPU came in 2026 and has three sizes. */
const SIZES: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, steps(1024, 4096, 1024)],
  [1024, steps(2048, 8192, 1024)],
  [2048, steps(4096, 16384, 1024)],
  [4096, steps(8192, 30720, 1024)],
  [8192, steps(16384, 61440, 4096)],
  [16384, steps(32768, 122880, 8192)],
  [32768, [61440, 122880, 249856]],
]);

function steps(least: number, most: number, step: number): number[] {
  return Array.from({ length: (most - least) / step + 1 }, (_, i) => least + i * step);
}

export const FARGATE_CPU: readonly number[] = [...SIZES.keys()];

/** The amounts of memory that go with an amount of CPU, MiB; undefined when Fargate has no such size. */
export function memoriesFor(cpu: number): readonly number[] | undefined {
  return SIZES.get(cpu);
}

/** Whether Fargate has the size. 256 CPU units go with 512, 1024 and 2048 MiB, but not with 1536. */
export function isFargateSize(cpu: number, memory: number): boolean {
  return SIZES.get(cpu)?.includes(memory) === true;
}

/** The memory that goes with an amount of CPU, in words: `2 GB to 8 GB in steps of 1 GB`, `512 MiB, 1 GB or 2 GB`. */
export function memoryInWords(cpu: number): string {
  const all = SIZES.get(cpu) ?? [];
  const [least, second, last] = [all[0], all[1], all[all.length - 1]];
  if (least === undefined || second === undefined || last === undefined || all.length < 4)
    return either(all.map(inWords));
  return `${inWords(least)} to ${inWords(last)} in steps of ${inWords(second - least)}`;
}

/** `"1024"`, `"1 vCPU"`, `"0.5 GB"` in CPU units or MiB; undefined for anything else. */
export function sizeOf(text: string | undefined, unit: 'vcpu' | 'gb'): number | undefined {
  const match = /^\s*(\d*\.?\d+)\s*(vcpus?|gb?)?\s*$/i.exec(text ?? '');
  if (!match) return undefined;
  const given = match[2]?.toLowerCase();
  if (given === undefined) return Number.isInteger(Number(match[1])) ? Number(match[1]) : undefined;
  return given.startsWith(unit.charAt(0)) ? Math.round(Number(match[1]) * 1024) : undefined;
}

/** `512 MiB`, `2 GB`. */
export function inWords(mib: number): string {
  return mib % 1024 === 0 ? `${mib / 1024} GB` : `${mib} MiB`;
}
