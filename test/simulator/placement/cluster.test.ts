import { describe, expect, it } from 'vitest';
import {
  type ClusterPlan,
  type ClusterRequest,
  clusterCapacity,
  countLacks,
  instancesFor,
  scalingStep,
  tasksPerInstance,
} from '../../../server/core/simulator/placement';

const SMALL = { cpu: 1024, memory: 2048 };
const TASK = { cpu: 512, memory: 512 };

function open(cluster: ClusterPlan, more: Partial<ClusterRequest> = {}) {
  return clusterCapacity({ cluster, needs: [TASK], group: 'service:web', ...more });
}

describe('why a task is placed nowhere', () => {
  const cluster: ClusterPlan = {
    instances: [
      { id: 'cpu', zone: 'a', cpu: 256, memory: 2048 },
      { id: 'memory', zone: 'a', cpu: 1024, memory: 256 },
      { id: 'port', zone: 'a', ...SMALL, tasks: [{ group: 'service:other', hostPorts: [80] }] },
      { id: 'eni', zone: 'a', ...SMALL, interfaces: 2, tasks: [{ group: 'service:other', interfaces: 1, count: 2 }] },
      { id: 'gpu', zone: 'a', ...SMALL },
      { id: 'attribute', zone: 'a', ...SMALL, gpus: 1, type: 't3.large' },
      { id: 'constraint', zone: 'a', ...SMALL, gpus: 1, type: 'c5.large', attributes: { need: '' } },
      { id: 'draining', zone: 'a', ...SMALL, status: 'DRAINING' },
      { id: 'agent', zone: 'a', ...SMALL, agentConnected: false },
      { id: 'other-zone', zone: 'b', ...SMALL },
    ],
    subnets: [{ id: 'subnet-1', zone: 'a' }],
  };
  const capacity = open(cluster, {
    needs: [{ ...TASK, gpus: 1, interfaces: 1, hostPorts: ['80/tcp'], attributes: ['need'] }],
    constraints: [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ m5.*' }],
    subnets: ['subnet-1'],
  });
  const rows = new Map(capacity.reasons(0).map((row) => [row.instance, row.lacks]));

  it.each([
    ['cpu', 'CPU', 'CPU units: 256 free, 512 needed'],
    ['memory', 'MEMORY', 'MiB of memory: 256 free, 512 needed'],
    ['port', 'PORT', 'host port 80/tcp is taken'],
    ['eni', 'ENI', 'network interfaces: 0 free, 1 needed'],
    ['gpu', 'GPU', 'GPUs: 0 free, 1 needed'],
    ['attribute', 'ATTRIBUTE', 'the attribute need is not set'],
    ['constraint', 'CONSTRAINT', 'memberOf: the instance type is `c5.large`, which does not match `m5.*`'],
    ['draining', 'DRAINING', 'the instance is DRAINING and takes no new tasks'],
    ['agent', 'AGENT', 'the container agent is not connected'],
    ['other-zone', 'ZONE', 'the service has no subnet in b'],
  ])('%s: %s', (instance, lack, detail) => {
    expect(rows.get(instance)).toContainEqual({ lack, detail });
  });

  it('names the closest instance in the shape of the event', () => {
    expect(capacity.place(1, 0, 0)).toEqual([]);
    expect(capacity.refusal()).toEqual({
      reason: 'CONSTRAINT',
      detail:
        'constraint breaks a placement constraint (memberOf: the instance type is `c5.large`, which does not match `m5.*`)',
      closestInstance: 'constraint',
    });
    expect(countLacks(capacity.reasons(0))[0]).toEqual({ lack: 'ATTRIBUTE', instances: 9 });
  });

  it('says so when there is no instance at all', () => {
    const empty = open({});
    expect(empty.place(1, 0, 0)).toEqual([]);
    expect(empty.refusal()).toEqual({ reason: 'NO_INSTANCE', detail: 'the cluster has no container instances' });
  });

  it('takes what a description leaves open to hold, and says so', () => {
    const vague = open(
      { instances: [{ zone: 'a', ...SMALL }] },
      { constraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }] },
    );
    expect(vague.place(1, 0, 0)).toHaveLength(1);
    expect(vague.assumptions()).toEqual([
      'The constraint `attribute:ecs.os-type == linux` is taken to hold on 1 container instance whose description does not answer it (the operating system is not described for this instance).',
    ]);
  });
});

describe('constraints that look at tasks', () => {
  const instances = [
    { id: 'i-1', zone: 'a', ...SMALL, tasks: [{ group: 'service:db' }] },
    { id: 'i-2', zone: 'a', ...SMALL },
  ];
  const namesOf = (expression: string, count: number) => {
    const capacity = open({ instances }, { constraints: [{ type: 'memberOf', expression }] });
    return capacity.place(count, 0, 0).map((slot) => capacity.instanceNames[slot.instance]);
  };

  it('affinity and anti-affinity to another group', () => {
    expect(namesOf('task:group == service:db', 3)).toEqual(['i-1', 'i-1']);
    expect(namesOf('not(task:group == service:db)', 3)).toEqual(['i-2', 'i-2']);
  });

  it('sees the tasks placed a moment ago', () => {
    // Away from its own group is one a instance, as with distinctInstance.
    expect(namesOf('not(task:group == service:web)', 3)).toEqual(['i-1', 'i-2']);
    // i-1 runs one task of another service already.
    expect(namesOf('runningTasksCount < 2', 4)).toEqual(['i-1', 'i-2', 'i-2']);
  });
});

describe('stop choice', () => {
  it('takes from the fullest zone, there from the fullest instance, counting those that are stopping as gone', () => {
    const instances = [
      { id: 'a1', zone: 'a', cpu: 1024, memory: 9999 },
      { id: 'a2', zone: 'a', cpu: 2048, memory: 9999 },
      { id: 'b1', zone: 'b', cpu: 512, memory: 9999 },
    ];
    // a1 b1 a2, b is full, then a: a1, a2, a2. So a1 2, a2 3, b1 1.
    const capacity = open({ instances });
    const slots = capacity.place(6, 0, 0);
    const names = (chosen: number[]) =>
      chosen.map((k) => capacity.instanceNames[(slots[k] as (typeof slots)[0]).instance]);
    expect(names(slots.map((_, k) => k))).toEqual(['a1', 'b1', 'a2', 'a1', 'a2', 'a2']);
    const first = capacity.chooseStops?.(slots, 2) as number[];
    // a2 is fullest; then a1 and a2 have 2 each: the lower id.
    expect(names(first)).toEqual(['a2', 'a1']);
    // Both still stop. a has 3 left on paper: a1 1, a2 2.
    const rest = slots.filter((_, k) => !first.includes(k));
    const second = capacity.chooseStops?.(rest, 1) as number[];
    expect(capacity.instanceNames[(rest[second[0] as number] as (typeof slots)[0]).instance]).toBe('a2');
  });

  it('binpack empties the instance that is emptiest already', () => {
    const instances = [
      { id: 'i-1', zone: 'a', ...SMALL },
      { id: 'i-2', zone: 'a', ...SMALL },
    ];
    const capacity = open({ instances }, { strategy: [{ type: 'binpack', field: 'cpu' }] });
    const slots = capacity.place(3, 0, 0);
    expect(slots.map((slot) => slot.instance)).toEqual([0, 0, 1]);
    expect(capacity.chooseStops?.(slots, 2)).toEqual([2, 0]);
  });
});

describe('lost, draining and zones', () => {
  const cluster = {
    instances: [
      { id: 'a1', zone: 'a', ...SMALL },
      { id: 'b1', zone: 'b', ...SMALL },
    ],
  };

  it('places nothing where an instance or zone is gone or draining', () => {
    const capacity = open(cluster);
    expect(capacity.drainInstance('a1', 0)).toBe(true);
    expect(capacity.place(4, 0, 0).map((slot) => slot.instance)).toEqual([1, 1]);
    expect(capacity.loseZone('b', 0)).toBe(true);
    expect(capacity.loseInstance('nobody', 0)).toBe(false);
    expect(capacity.place(1, 0, 0)).toEqual([]);
    expect(capacity.refusal()?.detail).toBe('a1 is DRAINING (the instance is DRAINING and takes no new tasks)');
  });

  it('restricts a placement to one zone', () => {
    const capacity = open(cluster);
    expect(capacity.place(3, 0, 0, 1).map((slot) => slot.zone)).toEqual([1, 1]);
  });

  it('counts addresses of a zone over all of its instances, and opens them again', () => {
    const capacity = open(
      { subnets: [{ id: 's', zone: 'a', freeAddresses: 2 }], instances: [{ zone: 'a', count: 3, ...SMALL }] },
      { needs: [{ ...TASK, interfaces: 1 }], subnets: ['s'] },
    );
    const slots = capacity.place(4, 0, 0);
    expect(slots.map((slot) => slot.instance)).toEqual([0, 1]);
    expect(capacity.refusal()).toMatchObject({ reason: 'RESOURCE:ENI', closestInstance: 'i-1' });
    capacity.release(slots[0] as (typeof slots)[0], 0);
    expect(capacity.place(4, 0, 0).map((slot) => slot.instance)).toEqual([0]);
  });
});

describe('daemon', () => {
  it('wants one task on each instance that satisfies the constraints, full or not', () => {
    const capacity = open(
      {
        instances: [
          { id: 'i-1', zone: 'a', ...SMALL, type: 'm5.large' },
          { id: 'i-2', zone: 'a', cpu: 1, memory: 1, type: 'm5.large' },
          { id: 'i-3', zone: 'a', ...SMALL, type: 'c5.large' },
          { id: 'i-4', zone: 'a', ...SMALL, type: 'm5.large', status: 'DRAINING' },
        ],
      },
      { daemon: true, constraints: [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ m5.*' }] },
    );
    expect(capacity.eligibleInstances?.()).toBe(2);
    expect(capacity.place(9, 0, 0).map((slot) => slot.instance)).toEqual([0]);
    expect(capacity.eligibleInstances?.()).toBe(2);
  });
});

describe('capacity providers', () => {
  const cluster: ClusterPlan = {
    instances: [
      { id: 'x1', zone: 'a', ...SMALL, capacityProvider: 'x' },
      { id: 'y1', zone: 'a', cpu: 4096, memory: 8192, capacityProvider: 'y' },
    ],
  };
  const providers = [
    { name: 'x', weight: 1 },
    { name: 'y', weight: 1 },
  ];

  it('shares tasks in turn, and a full provider keeps its share waiting', () => {
    const capacity = open(cluster, { providers });
    // x takes 2 of its 4; y takes its 4 and not one of the others.
    expect(capacity.place(8, 0, 0).map((slot) => slot.provider)).toEqual([0, 1, 0, 1, 1, 1]);
    expect(capacity.refusal()).toMatchObject({ reason: 'RESOURCE:CPU', closestInstance: 'x1' });
  });

  it('gives a stopped task back to the provider that lost it', () => {
    const capacity = open(cluster, { providers });
    const slots = capacity.place(4, 0, 0);
    capacity.release(slots[1] as (typeof slots)[0], 0);
    expect(capacity.place(1, 0, 0)[0]?.provider).toBe(1);
  });

  it('says that a provider has no instances', () => {
    const capacity = open({ instances: cluster.instances?.slice(1) }, { providers });
    expect(capacity.place(2, 0, 0).map((slot) => slot.provider)).toEqual([1]);
    expect(capacity.refusal()).toEqual({
      reason: 'NO_INSTANCE',
      detail: 'the capacity provider x has no container instance left',
    });
  });
});

describe('managed scaling', () => {
  const grown: ClusterPlan = {
    capacityProviders: [{ name: 'x', instance: SMALL, zones: ['a', 'b'], maximumSize: 5 }],
  };

  it('adds what the waiting tasks need after the delay, in the zones in turn', () => {
    const instances = [{ id: 'first', zone: 'a', ...SMALL, capacityProvider: 'x' }];
    const capacity = open({ ...grown, instances }, { providers: [{ name: 'x', weight: 1 }], scaleOutMs: 1000 });
    expect(capacity.waitsForRoom).toBe(true);
    expect(capacity.place(7, 0, 0)).toHaveLength(2);
    // 5 wait, 2 fit on each: 3 instances.
    expect(capacity.requestRoom(5, 0)).toBe(1000);
    expect(capacity.requestRoom(5, 500)).toBe(1000);
    expect(capacity.place(1, 999, 0)).toEqual([]);
    const placed = Array.from({ length: 5 }, () => capacity.place(1, 1000, 0)).flat();
    expect(placed).toHaveLength(5);
    expect(capacity.instanceNames).toEqual(['first', 'x-1', 'x-2', 'x-3']);
    expect(capacity.zoneNames).toEqual(['a', 'b']);
    expect(capacity.assumptions()).toEqual([
      'The capacity provider x added 3 instances, each 1 s after it was needed.',
    ]);
  });

  it('starts with two from nothing, then the rest, up to the maximum of the group', () => {
    const capacity = open(grown, { providers: [{ name: 'x', weight: 1 }], scaleOutMs: 1000 });
    expect(capacity.place(12, 0, 0)).toEqual([]);
    expect(capacity.requestRoom(12, 0)).toBe(1000);
    expect(capacity.place(12, 1000, 0)).toHaveLength(4);
    expect(capacity.requestRoom(8, 1000)).toBe(2000);
    expect(capacity.place(8, 2000, 0)).toHaveLength(6);
    // Five instances is all the group may have: the last two tasks wait in vain.
    expect(capacity.requestRoom(2, 2000)).toBeUndefined();
  });

  it('waits for the warm-up when a step was cut short', () => {
    const capacity = open(
      {
        instances: [{ zone: 'a', ...SMALL, capacityProvider: 'x' }],
        capacityProviders: [
          { name: 'x', instance: SMALL, managedScaling: { maximumScalingStepSize: 1, instanceWarmupPeriod: 60 } },
        ],
      },
      { providers: [{ name: 'x', weight: 1 }], scaleOutMs: 1000 },
    );
    expect(capacity.place(6, 0, 0)).toHaveLength(2);
    expect(capacity.requestRoom(4, 0)).toBe(1000);
    expect(capacity.place(4, 1000, 0)).toHaveLength(2);
    expect(capacity.requestRoom(2, 1000)).toBe(61_000);
    expect(capacity.requestRoom(2, 61_000)).toBe(62_000);
    expect(capacity.place(2, 62_000, 0)).toHaveLength(2);
  });

  it('grows only the provider whose tasks wait', () => {
    const capacity = open(
      {
        instances: [{ id: 'y1', zone: 'a', cpu: 9999, memory: 9999, capacityProvider: 'y' }],
        capacityProviders: [
          { name: 'x', instance: SMALL },
          { name: 'y', instance: SMALL },
        ],
      },
      {
        providers: [
          { name: 'x', weight: 1 },
          { name: 'y', weight: 1 },
        ],
        scaleOutMs: 1000,
      },
    );
    expect(capacity.place(4, 0, 0).map((slot) => slot.provider)).toEqual([1, 1]);
    expect(capacity.requestRoom(2, 0)).toBe(1000);
    expect(capacity.place(1, 1000, 0).map((slot) => slot.provider)).toEqual([0]);
    expect(capacity.place(1, 1000, 0).map((slot) => slot.provider)).toEqual([0]);
    expect(capacity.instanceNames).toEqual(['y1', 'x-1', 'x-2']);
  });

  it('never grows without a template, when switched off, or when one task does not fit the template', () => {
    const none = open({ capacityProviders: [{ name: 'x' }] }, { providers: [{ name: 'x', weight: 1 }] });
    expect(none.waitsForRoom).toBe(false);
    const off = open(
      { capacityProviders: [{ name: 'x', instance: SMALL, managedScaling: { enabled: false } }] },
      { providers: [{ name: 'x', weight: 1 }] },
    );
    expect(off.waitsForRoom).toBe(false);
    const small = open(
      { capacityProviders: [{ name: 'x', instance: { cpu: 1, memory: 1 } }] },
      { providers: [{ name: 'x', weight: 1 }] },
    );
    expect(small.place(1, 0, 0)).toEqual([]);
    expect(small.requestRoom(1, 0)).toBeUndefined();
  });

  it('keeps the minimum of the group when an instance is lost', () => {
    const capacity = open(
      {
        instances: [{ id: 'first', zone: 'a', ...SMALL, capacityProvider: 'x' }],
        capacityProviders: [{ name: 'x', instance: SMALL, minimumSize: 1 }],
      },
      { providers: [{ name: 'x', weight: 1 }], scaleOutMs: 1000 },
    );
    capacity.loseInstance('first', 0);
    expect(capacity.place(1, 500, 0)).toEqual([]);
    expect(capacity.place(1, 1000, 0)).toHaveLength(1);
  });

  // M = 6 needed, N = 4: 150 % > 100 %, two more. At 80 % the same 6 want 7.5, so 8 instances: four more.
  it.each([
    [6, 4, {}, 2],
    [6, 4, { targetCapacity: 80 }, 4],
    [4, 4, {}, 0],
    [4, 4, { targetCapacity: 80 }, 1],
    [20, 4, { maximumScalingStepSize: 3 }, 3],
    [5, 4, { minimumScalingStepSize: 4 }, 4],
    [7, 0, {}, 2],
    [7, 0, { maximumScalingStepSize: 1 }, 1],
    [7, 4, { enabled: false }, 0],
  ])('M %i, N %i, %o adds %i', (needed, running, managedScaling, add) => {
    expect(scalingStep(needed, running, running, { name: 'x', instance: SMALL, managedScaling }).add).toBe(add);
  });

  it('packs tasks by what binds first', () => {
    expect(tasksPerInstance(SMALL, TASK, false)).toBe(2);
    expect(tasksPerInstance({ ...SMALL, interfaces: 1 }, { ...TASK, interfaces: 1 }, false)).toBe(1);
    expect(tasksPerInstance(SMALL, TASK, true)).toBe(1);
    expect(tasksPerInstance(SMALL, { ...TASK, hostPorts: ['80/tcp'] }, false)).toBe(1);
    expect(tasksPerInstance(SMALL, { ...TASK, gpus: 1 }, false)).toBe(0);
    expect(instancesFor(5, 2)).toBe(3);
    expect(instancesFor(0, 0)).toBe(0);
    expect(instancesFor(1, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('reading a cluster', () => {
  it('names and orders instances as people count', () => {
    const capacity = open({
      instances: [
        { zone: 'a', ...SMALL, count: 2 },
        { id: 'web', zone: 'a', ...SMALL, count: 11 },
        { zone: 'b', ...SMALL },
      ],
    });
    expect(capacity.instanceNames.slice(0, 5)).toEqual(['i-1', 'i-2', 'i-3', 'web-1', 'web-2']);
    expect(capacity.instanceNames.at(-1)).toBe('web-11');
  });
});
