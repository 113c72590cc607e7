import { describe, expect, it } from 'vitest';
import { membersByPath } from '../../schemas';
import { derived } from '../../schemas/generate';
import type { LimitName, Shape } from '../../schemas/shape';
import { type NotedMember, notedMembers } from './shared';

const service = membersByPath(derived.service.shape);
const taskDefinition = membersByPath(derived.taskDefinition.shape);

const limit = (shape: Shape | undefined, name: LimitName): unknown =>
  (shape as Record<string, unknown> | undefined)?.[name];
const names = (shape: Shape | undefined): [LimitName, LimitName] => {
  if (shape?.type === 'list') return ['minItems', 'maxItems'];
  return shape?.type === 'string' ? ['minLength', 'maxLength'] : ['min', 'max'];
};

describe('the limits', () => {
  it('follow the table of what was settled', () => {
    expect(service.get('capacityProviderStrategy')).toMatchObject({ maxItems: 20 });
    expect(service.get('deploymentConfiguration.minimumHealthyPercent')).toMatchObject({
      min: 0,
      max: 100,
      enforced: { max: 'recorded' },
    });
    expect(limit(service.get('deploymentConfiguration.maximumPercent'), 'max')).toBeUndefined();
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
      const [low, high] = names(shape).map((name) => limit(shape, name) as number | undefined);
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

describe.each(Object.keys(ours))('the limits beside %s', (file) => {
  const noted = notedMembers(file as Parameters<typeof notedMembers>[0]);
  const members = noted ?? [];
  const shapeOf = ({ path }: NotedMember) => ours[file]?.get(path);

  it.skipIf(!noted)('are those of the API model, or stricter for a stated reason', () => {
    const limited = members.filter(({ min, max }) => min !== undefined || max !== undefined);
    // Only 20 and 60 are possible between 20 and 60: an enum says more than the range.
    const checked = limited.filter(({ path }) => path !== 'monitoring.metricConfigurations[].resolutionSeconds');
    expect(checked.length).toBeGreaterThan(2);
    for (const member of checked) {
      const shape = shapeOf(member);
      const [low, high] = names(shape);
      for (const [name, value] of [
        [low, member.min],
        [high, member.max],
      ] as const) {
        if (value === undefined) continue;
        const own = limit(shape, name) as number;
        const stricter = shape?.enforced?.[name] !== undefined && (name === low ? own > value : own < value);
        expect([member.path, name, own === value || stricter]).toEqual([member.path, name, true]);
      }
    }
  });

  it.skipIf(!noted)('include what the documents state', () => {
    for (const member of members) {
      const shape = shapeOf(member);
      const stated = member.doc_constraints ?? {};
      for (const name of ['min', 'max', 'minItems', 'maxItems', 'maxLength', 'multipleOf'] as const) {
        // The ECS documents end at 1,000 MiB/s; EC2 takes 2,000, and that is where a value is surely wrong.
        if (!(name in stated) || member.path.endsWith('.throughput')) continue;
        expect([member.path, name, limit(shape, name)]).toEqual([member.path, name, stated[name]]);
      }
      if (stated.default !== undefined) expect(shape?.default?.value).toBe(stated.default);
    }
  });
});

describe('since when a member exists', () => {
  const noted = notedMembers('createservice-2026.json');

  it.skipIf(!noted)('agrees with the documents of 2019 and 2024', () => {
    for (const { path, in_seed_2019, in_seed_2024 } of noted ?? []) {
      const since = in_seed_2019 ? undefined : in_seed_2024 ? 'BOTO3-2024' : '2026';
      expect([path, service.get(path)?.since]).toEqual([path, since]);
    }
  });
});
