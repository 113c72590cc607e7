import type { Fact } from '../../model/fact';
import { factOf, remove, set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { either } from '../words';
import { EBS_TYPES, managedVolumes, volumeOf } from './ebs-types';
import { VOLUME } from './samples';

interface Data {
  member: 'iops' | 'throughput';
  type: string;
  volume: Fact;
}

export default defineRule<Data>({
  id: 'volume-setting-not-taken',
  severity: 'error',
  group: 'volumes',
  on: 'service',
  since: '0.1.0',
  sources: [
    'R449',
    'R450',
    'R454',
    'recorded:pf-ecs-svc-ebs-iops-unsupported-type',
    'recorded:pf-ecs-svc-ebs-throughput-non-gp3',
  ],
  docs: {
    what: 'iops or throughput for a volume type that does not take it.',
    why: 'Only gp3, io1 and io2 take iops, and only gp3 takes throughput; with the others these follow from the size. ECS is quoted with "ECS managed EBS volume configuration was invalid (InvalidParameterCombination)".',
    instead: 'Remove the member, or change volumeType to gp3.',
    links: [api('ServiceManagedEBSVolumeConfiguration')],
  },
  check({ service }, report) {
    for (const { volume, type, limits } of managedVolumes(service)) {
      if (!type || !limits) continue;
      for (const member of ['iops', 'throughput'] as const) {
        const fact = volume.get(member);
        if (fact.known && !limits[member]) {
          report({ at: { fact: fact as Fact, key: true }, data: { member, type, volume: volume as Fact } });
        }
      }
    }
  },
  message: ({ member, type }) => {
    const takers = Object.keys(EBS_TYPES).filter((name) => EBS_TYPES[name]?.[member]);
    return `There is no ${member} for ${volumeOf(type)}, and the request is refused. Remove it, or set volumeType to ${either(takers)}.`;
  },
  fix: ({ at, data: { member, volume } }) => [
    { title: `Remove ${member}`, safe: false, changes: remove(factOf(at)) },
    { title: 'Set volumeType to gp3', safe: false, changes: set(volume, 'volumeType', 'gp3') },
  ],
  examples: {
    invalid: [
      {
        text: `${VOLUME}      volumeType: gp2\n      sizeInGiB: 20\n      ⟦iops⟧: 3000\n`,
        fixed: `${VOLUME}      volumeType: gp2\n      sizeInGiB: 20\n`,
      },
      { text: `${VOLUME}      volumeType: io2\n      sizeInGiB: 20\n      iops: 3000\n      ⟦throughput⟧: 250\n` },
    ],
    valid: [{ text: `${VOLUME}      volumeType: gp3\n      sizeInGiB: 20\n      iops: 3000\n      throughput: 125\n` }],
  },
});
