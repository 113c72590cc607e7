import type { NumberShape } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';
import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { thousands } from '../words';
import { type Limits, managedVolumes, volumeOf } from './ebs-types';
import { VOLUME } from './samples';

interface Data {
  member: 'sizeInGiB' | 'iops' | 'throughput';
  type: string;
  value: number;
  is: 'too small' | 'above the documents' | 'too large';
  limits: Limits;
}

const UNITS = { sizeInGiB: ' GiB', iops: ' IOPS', throughput: ' MiB/s' } as const;

export default defineRule<Data>({
  id: 'volume-figure-out-of-range',
  severity: 'error',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: ['R436', 'R437', 'R438', 'R439', 'R440', 'R441', 'R442', 'R443', 'R444', 'R445', 'R452', 'R453'],
  docs: {
    what: 'A size, iops or throughput that the volume type does not take.',
    why: 'Each type has limits of its own; EC2 refuses what lies beyond them, and ECS answers with one general sentence about the volume. Above the figure in the ECS documents and within that of EC2 it is a warning: EC2 has raised gp3 and io2 since they were written.',
    instead: 'Stay within the limits of the type, or change the type. The message names both figures.',
    links: [
      api('ServiceManagedEBSVolumeConfiguration'),
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html',
    ],
  },
  check({ service }, report) {
    for (const { volume, type, limits } of managedVolumes(service)) {
      if (!type || !limits) continue;
      for (const member of ['sizeInGiB', 'iops', 'throughput'] as const) {
        const [fact, of] = [volume.get(member), limits[member]];
        const { value } = fact;
        if (!of || value === undefined || beyondShape(fact as Fact, value)) continue;
        const is = compared(value, of);
        if (!is) continue;
        const severity = is === 'above the documents' ? 'warning' : 'error';
        report({ at: fact, data: { member, type, value, limits: of, is }, severity });
      }
    }
  },
  message: ({ member, type, value, is, limits: { least, documented, most } }) => {
    const unit = UNITS[member];
    const range = `${thousands(least)} to ${thousands(documented)}${unit}`;
    const given = `${thousands(value)}${unit}`;
    if (is === 'above the documents') {
      return `The ECS documents give ${type} volumes ${range}, and this is ${given}. EC2 takes up to ${thousands(most)}; whether ECS does is not documented.`;
    }
    const raised = most > documented ? ` (EC2: up to ${thousands(most)})` : '';
    return `With ${given} this would be ${is} for ${volumeOf(type)}, which has ${range}${raised}: EC2 refuses it. Change the number, or volumeType.`;
  },
  fix({ at, data: { is, limits } }) {
    const end = is === 'too small' ? limits.least : limits.documented;
    return [{ title: `Write ${end}`, safe: false, changes: replace(factOf(at), end) }];
  },
  examples: {
    invalid: [
      {
        text: `${VOLUME}      volumeType: st1\n      sizeInGiB: ⟦100⟧\n`,
        fixed: `${VOLUME}      volumeType: st1\n      sizeInGiB: 125\n`,
      },
      { text: `${VOLUME}      volumeType: gp3\n      sizeInGiB: ⟦20000⟧\n` },
      { text: `${VOLUME}      sizeInGiB: 20\n      iops: ⟦200⟧\n` },
    ],
    valid: [
      { text: `${VOLUME}      volumeType: gp3\n      sizeInGiB: 20\n      iops: 3000\n      throughput: 125\n` },
      { text: `${VOLUME}      volumeType: st1\n      sizeInGiB: 125\n` },
    ],
  },
});

/** Where a value lies beyond the limits; undefined within those that the ECS documents name. */
function compared(value: number, { least, documented, most }: Limits): Data['is'] | undefined {
  if (value < least) return 'too small';
  if (value <= documented) return undefined;
  return value <= most ? 'above the documents' : 'too large';
}

/** Whether no type at all takes the value; the shape rule says so. */
function beyondShape({ shape }: Fact, value: number): boolean {
  const { min = -Infinity, max = Infinity } = shape as NumberShape;
  return value < min || value > max;
}
