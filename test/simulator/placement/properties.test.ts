import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../server/core/simulator/capacity';
import {
  balanced,
  type ClusterRequest,
  clusterCapacity,
  type InstancePlan,
  type PlacementStrategy,
  rebalanceSteps,
  split,
} from '../../../server/core/simulator/placement';
import { fits } from '../../../server/core/simulator/placement/fit';
import { createFleet } from '../../../server/core/simulator/placement/fleet';
import { createPicker, keyOf, type Ranking } from '../../../server/core/simulator/placement/picker';
import { createRoom, pickInstance, settleTask } from '../../../server/core/simulator/placement/room';
import { createRandom } from '../../../server/core/simulator/random';

const instance: fc.Arbitrary<InstancePlan> = fc.record({
  zone: fc.constantFrom('a', 'b', 'c'),
  cpu: fc.integer({ min: 1, max: 8 }),
  memory: fc.integer({ min: 1, max: 8 }),
  interfaces: fc.option(fc.nat(4), { nil: undefined }),
  gpus: fc.nat(2),
  attributes: fc.record({ rack: fc.constantFrom('r1', 'r2') }, { requiredKeys: [] }),
  capacityProvider: fc.constantFrom('x', 'y'),
});
const strategy: fc.Arbitrary<PlacementStrategy[]> = fc.array(
  fc.constantFrom<PlacementStrategy>(
    { type: 'spread', field: 'attribute:ecs.availability-zone' },
    { type: 'spread', field: 'attribute:rack' },
    { type: 'spread', field: 'instanceId' },
    { type: 'binpack', field: 'cpu' },
    { type: 'binpack', field: 'memory' },
    { type: 'random' },
  ),
  { maxLength: 3 },
);
const request: fc.Arbitrary<ClusterRequest> = fc.record({
  cluster: fc.record({ instances: fc.array(instance, { minLength: 1, maxLength: 6 }) }),
  needs: fc
    .record({
      cpu: fc.integer({ min: 1, max: 3 }),
      memory: fc.integer({ min: 1, max: 3 }),
      gpus: fc.nat(1),
      interfaces: fc.nat(1),
      port: fc.boolean(),
    })
    .map(({ port, ...needs }) => [{ ...needs, hostPorts: port ? ['80/tcp'] : undefined }]),
  group: fc.constant('service:web'),
  strategy,
  constraints: fc.subarray([
    { type: 'distinctInstance' as const },
    { type: 'memberOf' as const, expression: 'attribute:rack exists' },
    { type: 'memberOf' as const, expression: 'runningTasksCount < 2' },
  ]),
  seed: fc.integer(),
});

function tally(request: ClusterRequest, slots: readonly Slot[]) {
  const instances = clusterCapacity(request).instanceNames.map((name) => {
    const all = request.cluster.instances ?? [];
    return all[Number(name.slice(2)) - 1] as InstancePlan;
  });
  return instances.map((plan, i) => ({ plan, tasks: slots.filter((slot) => slot.instance === i).length }));
}

describe('placement', () => {
  it('never puts more on an instance than it offers, and holds every constraint', () => {
    fc.assert(
      fc.property(request, fc.nat(30), (asked, count) => {
        const capacity = clusterCapacity(asked);
        const slots = capacity.place(count, 0, 0);
        const need = asked.needs[0] as ClusterRequest['needs'][number];
        for (const { plan, tasks } of tally(asked, slots)) {
          expect(tasks * need.cpu).toBeLessThanOrEqual(plan.cpu);
          expect(tasks * need.memory).toBeLessThanOrEqual(plan.memory);
          expect(tasks * (need.gpus ?? 0)).toBeLessThanOrEqual(plan.gpus ?? 0);
          if (need.interfaces) expect(tasks).toBeLessThanOrEqual(plan.interfaces ?? Number.POSITIVE_INFINITY);
          if (need.hostPorts) expect(tasks).toBeLessThanOrEqual(1);
          for (const { type, expression } of asked.constraints ?? []) {
            if (type === 'distinctInstance') expect(tasks).toBeLessThanOrEqual(1);
            else if (expression?.startsWith('running')) expect(tasks).toBeLessThanOrEqual(2);
            else if (tasks > 0) expect(plan.attributes?.rack).toBeDefined();
          }
        }
        // It gives up only when no instance is left: each row of the table then names a lack.
        if (slots.length < count) {
          for (const row of capacity.reasons(0)) expect(row.lacks.length).toBeGreaterThan(0);
          expect(capacity.refusal()).toBeDefined();
        } else expect(capacity.refusal()).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps zones within one task of each other while each has room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.nat(60), (zones, each, count) => {
        const instances = Array.from({ length: zones * each }, (_, k) => ({
          zone: `z${k % zones}`,
          cpu: 1000,
          memory: 1000,
        }));
        const capacity = clusterCapacity({
          cluster: { instances },
          needs: [{ cpu: 1, memory: 1 }],
          group: 'service:web',
        });
        const slots = capacity.place(count, 0, 0);
        const perZone = capacity.zoneNames.map((_, zone) => slots.filter((slot) => slot.zone === zone).length);
        const perInstance = instances.map((_, i) => slots.filter((slot) => slot.instance === i).length);
        expect(Math.max(...perZone) - Math.min(...perZone)).toBeLessThanOrEqual(1);
        expect(perZone.toSorted((a, b) => a - b)).toEqual(balanced(count, zones));
        for (let zone = 0; zone < zones; zone++) {
          const mine = perInstance.filter((_, i) => instances[i]?.zone === capacity.zoneNames[zone]);
          expect(Math.max(...mine) - Math.min(...mine)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('picks what comparing every instance would pick, whatever was placed and released before', () => {
    fc.assert(
      fc.property(request, fc.array(fc.nat(20), { maxLength: 30 }), (asked, moves) => {
        const plans = (asked.cluster.instances ?? []).map((plan, i) => ({ ...plan, id: `i-${i}` }));
        const fleet = createFleet(plans, new Map());
        const room = createRoom(fleet, {
          group: 'g',
          constraints: asked.constraints ?? [],
          strategy: (asked.strategy ?? []).filter((s) => s.type !== 'random'),
          seed: 1,
        });
        const needs = asked.needs[0] as ClusterRequest['needs'][number];
        const on: number[] = [];
        for (const move of moves) {
          if (move > 12 && on.length > 0) {
            const [i] = on.splice(move % on.length, 1);
            settleTask(room, i as number, needs, -1);
            continue;
          }
          const i = pickInstance(room, needs);
          expect(i).toBe(bestByHand(room, needs));
          if (i < 0) continue;
          settleTask(room, i, needs, 1);
          on.push(i);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('the same seed gives the same choices, and random reaches every instance', () => {
    const ask = (seed: number) =>
      clusterCapacity({
        cluster: { instances: [{ zone: 'a', count: 5, cpu: 100, memory: 100 }] },
        needs: [{ cpu: 1, memory: 1 }],
        group: 'g',
        strategy: [{ type: 'random' }],
        seed,
      })
        .place(60, 0, 0)
        .map((slot) => slot.instance);
    expect(ask(7)).toEqual(ask(7));
    expect(ask(7)).not.toEqual(ask(8));
    expect(new Set(ask(7)).size).toBe(5);
  });

  it('a room that is emptied again is as it was', () => {
    fc.assert(
      fc.property(request, fc.nat(20), (asked, count) => {
        const steady = { ...asked, strategy: asked.strategy?.filter((item) => item.type !== 'random') };
        const capacity = clusterCapacity(steady);
        const first = capacity.place(count, 0, 0);
        for (const slot of first) capacity.release(slot, 0);
        const again = capacity.place(count, 0, 0);
        expect(again.map((slot) => slot.instance)).toEqual(first.map((slot) => slot.instance));
      }),
    );
  });
});

describe('stop choice', () => {
  it('chooses as many as asked, each once, and leaves zones as even as it can', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.nat(30), fc.nat(30), (zones, count, stops) => {
        const instances = Array.from({ length: zones * 2 }, (_, k) => ({
          zone: `z${k % zones}`,
          cpu: 100,
          memory: 100,
        }));
        const capacity = clusterCapacity({ cluster: { instances }, needs: [{ cpu: 1, memory: 1 }], group: 'g' });
        const slots = capacity.place(count, 0, 0);
        const chosen = capacity.chooseStops?.(slots, stops) ?? [];
        expect(chosen).toHaveLength(Math.min(count, stops));
        expect(new Set(chosen).size).toBe(chosen.length);
        const left = slots.filter((_, k) => !chosen.includes(k));
        const perZone = capacity.zoneNames.map((_, zone) => left.filter((slot) => slot.zone === zone).length);
        expect(Math.max(...perZone) - Math.min(...perZone)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('stop choice by strategy', () => {
  it('first chooses what narrowing the holders level by level would', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 1, max: 12 }), (asked, count) => {
        const strategy = asked.strategy?.filter((item) => item.type !== 'random') ?? [];
        const capacity = clusterCapacity({ ...asked, strategy });
        const slots = capacity.place(count, 0, 0);
        const plans = tally(asked, slots);
        const [need] = asked.needs as [ClusterRequest['needs'][number]];
        const most = (holders: number[], weigh: (i: number) => number) => {
          const top = Math.max(...holders.map(weigh));
          return holders.filter((i) => weigh(i) === top);
        };
        let holders = [...plans.keys()].filter((i) => (plans[i]?.tasks ?? 0) > 0);
        const shared = (read: (plan: InstancePlan) => string | undefined) => (i: number) =>
          plans.reduce(
            (sum, { plan, tasks }) => (read(plan) === read(plans[i]?.plan as InstancePlan) ? sum + tasks : sum),
            0,
          );
        const levels =
          strategy.length > 0 ? strategy : [{ field: 'attribute:ecs.availability-zone' }, { field: 'instanceId' }];
        for (const { field } of levels) {
          if (holders.length === 0) break;
          if (field === 'attribute:ecs.availability-zone')
            holders = most(
              holders,
              shared((plan) => plan.zone),
            );
          else if (field === 'attribute:rack')
            holders = most(
              holders,
              shared((plan) => plan.attributes?.rack),
            );
          else if (field === 'instanceId') holders = most(holders, (i) => plans[i]?.tasks as number);
          else if (field === 'cpu')
            holders = most(holders, (i) => (plans[i]?.plan.cpu as number) - (plans[i]?.tasks as number) * need.cpu);
          else
            holders = most(
              holders,
              (i) => (plans[i]?.plan.memory as number) - (plans[i]?.tasks as number) * need.memory,
            );
        }
        const [first] = capacity.chooseStops?.(slots, 1) ?? [];
        expect(first === undefined ? undefined : slots[first]?.instance).toBe(holders[0]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('shares', () => {
  const share = fc.record({ base: fc.constant<number>(0), weight: fc.integer({ min: 0, max: 20 }) });
  const shares = fc
    .tuple(fc.array(share, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.nat(12))
    .map(([list, at, base]) => {
      const only = list[at % list.length] as (typeof list)[number];
      only.base = base;
      (list[0] as (typeof list)[number]).weight ||= 1;
      return list;
    });

  it('sum to n, never fall when n grows, honour the base and stay within a task of the exact share', () => {
    fc.assert(
      fc.property(shares, fc.nat(200), (strategy, n) => {
        const counts = split(n, strategy) as number[];
        const more = split(n + 1, strategy) as number[];
        expect(counts.reduce((sum, k) => sum + k, 0)).toBe(n);
        expect(more.filter((k, i) => k < (counts[i] as number))).toEqual([]);
        const base = strategy.reduce((sum, item) => sum + item.base, 0);
        const total = strategy.reduce((sum, item) => sum + item.weight, 0);
        for (const [i, { base: mine, weight }] of strategy.entries()) {
          expect(counts[i]).toBeGreaterThanOrEqual(Math.min(mine, n));
          if (weight === 0) expect(counts[i]).toBeLessThanOrEqual(mine);
          // Highest averages never gives less than the whole part of the exact share.
          if (n > base) expect(counts[i]).toBeGreaterThanOrEqual(mine + Math.floor(((n - base) * weight) / total));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('rebalancing', () => {
  it('moves no more than it must, ends balanced, and never makes a zone poorer than its share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }), (counts) => {
        const now = [...counts];
        const steps = rebalanceSteps(counts);
        for (const { to, from } of steps) {
          now[to] = (now[to] as number) + 1;
          now[from] = (now[from] as number) - 1;
        }
        const desired = counts.reduce((sum, n) => sum + n, 0);
        const target = balanced(desired, counts.length);
        expect(now.toSorted((a, b) => a - b)).toEqual(target);
        const surplus = counts
          .toSorted((a, b) => a - b)
          .reduce((sum, n, k) => sum + Math.max(0, n - (target[k] as number)), 0);
        expect(steps).toHaveLength(surplus);
      }),
    );
  });
});

/** Every candidate compared level by level, as the specification words it: each strategy narrows the candidates. */
function bestByHand(room: ReturnType<typeof createRoom>, needs: ClusterRequest['needs'][number]): number {
  const { fleet, rules, ranking } = room;
  let candidates = fleet.ids.map((_, i) => i).filter((i) => fits(fleet, rules, needs, i));
  for (const level of ranking.levels) {
    const least = Math.min(...candidates.map((i) => keyOf(ranking, level, i)));
    candidates = candidates.filter((i) => keyOf(ranking, level, i) === least);
  }
  return candidates[0] ?? -1;
}

describe('picker', () => {
  it('says -1 when nothing is open', () => {
    const fleet = createFleet([{ id: 'a', zone: 'z', cpu: 1, memory: 1 }], new Map());
    for (const levels of [[{ kind: 'instance' as const }], [{ kind: 'random' as const }]]) {
      const ranking: Ranking = { levels, groupKey: () => 0, aloneKey: () => 0 };
      const picker = createPicker(fleet, ranking, () => false, createRandom(1));
      expect(picker.pick()).toBe(-1);
      expect(picker.pick(0)).toBe(-1);
    }
  });
});
