import { describe, expect, it } from 'vitest';
import { membersByPath } from '../../schemas';
import { derived } from '../../schemas/generate';
import type { Shape } from '../../schemas/shape';
import {
  besideComments,
  besideDocuments,
  besideModel,
  besideRecords,
  besideSeeds,
  endsOf,
  limitedIn,
  limitOf,
} from './held';
import { requestOf } from './sdk-model';
import { notedMembers } from './shared';

const service = membersByPath(derived.service.shape);
const taskDefinition = membersByPath(derived.taskDefinition.shape);

describe('the limits', () => {
  it('follow the table of what was settled', () => {
    expect(service.get('capacityProviderStrategy')).toMatchObject({ maxItems: 20 });
    expect(service.get('deploymentConfiguration.minimumHealthyPercent')).toMatchObject({
      min: 0,
      max: 100,
      enforced: { max: 'recorded' },
    });
    expect(limitOf(service.get('deploymentConfiguration.maximumPercent'), 'max')).toBeUndefined();
    expect(service.get('loadBalancers')).toMatchObject({ maxItems: 5, enforced: { maxItems: 'recorded' } });
    expect(service.get('volumeConfigurations[].managedEBSVolume.throughput')).toMatchObject({ max: 2000 });
    expect(service.get('volumeConfigurations[].managedEBSVolume.sizeInGiB')).toMatchObject({ max: 65_536 });
    expect(service.get('launchType')).toMatchObject({ enum: expect.arrayContaining(['MANAGED_INSTANCES']) });
    expect(service.get('deploymentConfiguration.bakeTimeInMinutes')?.required).toBeUndefined();
    expect(service.get('availabilityZoneRebalancing')?.default?.value).toBe('ENABLED');
  });

  it('have patterns that compile for the flag u, and lower ends not above upper ends', () => {
    for (const [path, shape] of [...service, ...taskDefinition]) {
      if (shape.type === 'string' && shape.pattern) expect(() => new RegExp(shape.pattern ?? '', 'u')).not.toThrow();
      if (shape.type === 'string' && shape.pattern)
        expect([path, shape.patternHelp]).toEqual([path, expect.any(String)]);
      const [low, high] = endsOf(shape).map((name) => limitOf(shape, name) as number | undefined);
      expect((low ?? 0) <= (high ?? Number.POSITIVE_INFINITY)).toBe(true);
    }
  });

  it('have defaults of their own type, within the limits', () => {
    for (const [path, shape] of [...service, ...taskDefinition]) {
      const values = [shape.default, ...(shape.default?.cases ?? [])].flatMap((one) =>
        one?.value === undefined ? [] : [one.value],
      );
      for (const value of values) {
        const type = shape.type === 'integer' || shape.type === 'double' ? 'number' : shape.type;
        expect([path, typeof value]).toEqual([path, type]);
        if (shape.type === 'string' && shape.enum) expect(shape.enum).toContain(value);
        // 20 GiB of scratch space come without asking and cannot be asked for.
        if (path === 'ephemeralStorage.sizeInGiB') continue;
        if (typeof value === 'number' && 'min' in shape) expect(value).toBeGreaterThanOrEqual(shape.min ?? value);
        if (typeof value === 'number' && 'max' in shape) expect(value).toBeLessThanOrEqual(shape.max ?? value);
      }
    }
  });
});

const ours: Record<string, Map<string, Shape>> = {
  'createservice-2026.json': service,
  'registertaskdef-2026.json': taskDefinition,
};

describe.each(['service', 'taskDefinition'] as const)('what the %s says', (root) => {
  const { shape, docs } = derived[root];
  const theirs = requestOf(root === 'service' ? 'CreateService' : 'RegisterTaskDefinition');

  it('of limits and defaults, the SDK or a record says too', () => {
    expect(besideComments(membersByPath(shape), theirs, docs)).toEqual([]);
  });

  it('to be recorded is on record', () => {
    expect(besideRecords(membersByPath(shape), docs)).toEqual([]);
  });
});

describe.each(Object.keys(ours))('the limits beside %s', (file) => {
  const noted = notedMembers(file as Parameters<typeof notedMembers>[0]);
  const members = ours[file] as Map<string, Shape>;

  it.skipIf(!noted)('are those of the API model, or stricter for a stated reason', () => {
    expect(limitedIn(noted ?? []).length).toBeGreaterThan(2);
    expect(besideModel(members, noted ?? [])).toEqual([]);
  });

  it.skipIf(!noted)('include what the documents state', () => {
    expect(besideDocuments(members, noted ?? [])).toEqual([]);
  });
});

describe('since when a member exists', () => {
  const noted = notedMembers('createservice-2026.json');

  it.skipIf(!noted)('agrees with the documents of 2019 and 2024', () => {
    expect(besideSeeds(service, noted ?? [])).toEqual([]);
  });
});
