import type { Service } from '../../../../schemas';
import { type Fact, onceForEach } from '../../model/fact';

export type ManagedVolume = NonNullable<NonNullable<Service['volumeConfigurations']>[number]['managedEBSVolume']>;

/** A figure of a volume: the least, the most that the ECS documents name, and the most that EC2 takes. */
export interface Limits {
  least: number;
  documented: number;
  most: number;
}

export interface EbsType {
  /** In GiB. */
  sizeInGiB: Limits;
  /** Absent: the type takes no iops. */
  iops?: Limits;
  /** In MiB/s. Absent: the type takes no throughput. */
  throughput?: Limits;
  /** The API wants iops. */
  needsIops?: true;
  /** The most IOPS for each GiB. */
  iopsPerGiB?: number;
}

const upTo = (least: number, documented: number, most = documented): Limits => ({ least, documented, most });

/**
 * What each volume type takes. Sources: ServiceManagedEBSVolumeConfiguration (documented), EC2 CreateVolume and
 * spec/README.md (gp3 raised to 65,536 GiB, 80,000 IOPS, 2,000 MiB/s in 2025; io2 Block Express to 65,536 GiB).
 */
export const EBS_TYPES: Readonly<Record<string, EbsType>> = {
  gp3: {
    sizeInGiB: upTo(1, 16_384, 65_536),
    iops: upTo(3_000, 16_000, 80_000),
    throughput: upTo(125, 1_000, 2_000),
    iopsPerGiB: 500,
  },
  gp2: { sizeInGiB: upTo(1, 16_384) },
  io2: { sizeInGiB: upTo(4, 16_384, 65_536), iops: upTo(100, 256_000), needsIops: true, iopsPerGiB: 1_000 },
  io1: { sizeInGiB: upTo(4, 16_384), iops: upTo(100, 64_000), needsIops: true, iopsPerGiB: 50 },
  st1: { sizeInGiB: upTo(125, 16_384) },
  sc1: { sizeInGiB: upTo(125, 16_384) },
  standard: { sizeInGiB: upTo(1, 1_024) },
};

/** What ECS takes for a volume that names no type. Source: developer guide, EBS volumes. */
export const DEFAULT_TYPE = 'gp3';
/** What every gp3 volume has without asking. Source: ServiceManagedEBSVolumeConfiguration, iops. */
export const GP3_IOPS = 3_000;

/** `an io1 volume`, `a gp3 volume`: as the type is read aloud. */
export const volumeOf = (type: string) => `${/^(io|st1|sc1)/.test(type) ? 'an' : 'a'} ${type} volume`;

export interface Volume {
  volume: Fact<ManagedVolume>;
  /** The name of its type; undefined while it is not known, or no type we know. */
  type: string | undefined;
  limits: EbsType | undefined;
}

/** The managed volumes that a service configures, with what their type takes. */
export const managedVolumes = onceForEach((service: Fact<Service>): Volume[] =>
  service.get('volumeConfigurations').items.flatMap((entry) => {
    const volume = entry.get('managedEBSVolume') as Fact<ManagedVolume>;
    if (!volume.known) return [];
    const fact = volume.get('volumeType');
    const named = fact.absent ? DEFAULT_TYPE : (fact.value as string | undefined);
    const type = named !== undefined && Object.hasOwn(EBS_TYPES, named) ? named : undefined;
    return [{ volume, type, limits: type === undefined ? undefined : EBS_TYPES[type] }];
  }),
);
