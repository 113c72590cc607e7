/** What Fargate offers. Source: RegisterTaskDefinition cpu and memory, API reference. */

interface MemoryRange {
  /** MiB. */
  least: number;
  most: number;
  step: number;
}

/** CPU units and the memory that goes with them, MiB. */
const SIZES: ReadonlyMap<number, MemoryRange> = new Map([
  [256, { least: 512, most: 2048, step: 512 }],
  [512, { least: 1024, most: 4096, step: 1024 }],
  [1024, { least: 2048, most: 8192, step: 1024 }],
  [2048, { least: 4096, most: 16384, step: 1024 }],
  [4096, { least: 8192, most: 30720, step: 1024 }],
  [8192, { least: 16384, most: 61440, step: 4096 }],
  [16384, { least: 32768, most: 122880, step: 8192 }],
]);

export const FARGATE_CPU: readonly number[] = [...SIZES.keys()];

/** The memory that goes with an amount of CPU; undefined when Fargate has no such size. */
export function memoryFor(cpu: number): MemoryRange | undefined {
  return SIZES.get(cpu);
}

/** Whether Fargate has the size. 256 CPU units go with 512, 1024 and 2048 MiB, but not with 1536. */
export function isFargateSize(cpu: number, memory: number): boolean {
  const range = SIZES.get(cpu);
  if (!range || memory < range.least || memory > range.most) return false;
  return (memory - range.least) % range.step === 0 && !(cpu === 256 && memory === 1536);
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
