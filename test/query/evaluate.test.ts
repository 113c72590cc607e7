import { describe, expect, it } from 'vitest';
import { compileQuery, evaluateQuery, type QueryInstance, queryDependencies } from '../../server/core/query';

const INSTANCE: QueryInstance = {
  attributes: {
    'ecs.instance-type': 'g2.2xlarge',
    'ecs.availability-zone': 'us-east-1a',
    'ecs.os-type': 'linux',
    stack: 'prod',
    name: 'two words',
  },
  agentConnected: true,
  agentVersion: '1.14.10',
  ec2InstanceId: 'i-abcd1234',
  registeredAt: '2018-02-12T23:00:00Z',
  runningTasksCount: 3,
  taskGroups: ['service:production', 'family:batch'],
};

describe('answers', () => {
  it.each([
    ['attribute:ecs.instance-type == g2.2xlarge', true],
    ['attribute:ecs.instance-type == g2', false],
    ['attribute:ecs.instance-type =~ g2.*', true],
    // The whole value must match, not a part of it.
    ['attribute:ecs.instance-type =~ g2', false],
    ['attribute:ecs.instance-type !~ g2', true],
    ['attribute:ecs.availability-zone in [us-east-1b, us-east-1a]', true],
    ['attribute:ecs.availability-zone !in [us-east-1b, us-east-1a]', false],
    ['attribute:stack exists', true],
    ['attribute:stack !exists', false],
    ["attribute:name == 'two words'", true],
    // Guide, task-placement-constraints: != selects instances that have the attribute, unless it has the value.
    ['attribute:stack != dev', true],
    ['attribute:rack != dev', false],
    ['attribute:rack !in [dev]', false],
    ['attribute:rack !~ d.*', false],
    ['attribute:rack !exists', true],
    ['not(attribute:rack == dev)', true],
    // Each instance has a subnet; the description does not say which.
    ['attribute:ecs.subnet-id == subnet-1', 'unknown'],
    ['agentConnected == true', true],
    ['agentVersion < 1.14.5', false],
    ['agentVersion > 1.14.9', true],
    ['agentVersion >= 1.14.10.0', true],
    ['agentVersion == 1.14.10', true],
    ['agentVersion != 1.14.10', false],
    ['registeredAt < 2018-02-13', true],
    ['registeredAt < 2018-02-12T23:00:00', false],
    ['registeredAt >= 2018-02-13T00:00:00+01:00', true],
    ['runningTasksCount == 3', true],
    ['runningTasksCount > 10', false],
    ['ec2InstanceId in [i-abcd1234, i-2]', true],
    ['task:group == service:production', true],
    ['task:group == database', false],
    ['not(task:group == database)', true],
    ['task:group != service:production', false],
    ['task:group in [database, family:batch]', true],
    ['task:group !in [database]', true],
    ['task:group =~ service:.*', true],
    ['task:group exists', true],
    // Kleene: one side decides, or the doubt remains.
    ['attribute:ecs.vpc-id == v and attribute:stack == dev', false],
    ['attribute:ecs.vpc-id == v and attribute:stack == prod', 'unknown'],
    ['attribute:ecs.vpc-id == v or attribute:stack == prod', true],
    ['attribute:ecs.vpc-id == v or attribute:stack == dev', 'unknown'],
    ['not attribute:ecs.vpc-id == v', 'unknown'],
    ['attribute:stack > a', 'unknown'],
    ['attribute:stack =~ (?i)PROD', 'unknown'],
    ['nonsense == 1', 'unknown'],
    ['attribute:stack ==', 'unknown'],
    ['', 'unknown'],
  ] as const)('%s -> %s', (text, result) => {
    expect(evaluateQuery(text, INSTANCE).result).toBe(result);
    expect(compileQuery(text)(INSTANCE)).toBe(result);
  });

  it('knows nothing of an instance that is not described', () => {
    for (const text of ['agentVersion > 1', 'runningTasksCount < 5', 'task:group == a', 'attribute:stack == prod']) {
      expect(evaluateQuery(text, {}).result).toBe('unknown');
    }
  });

  it.each([
    ['attribute:ecs.instance-type =~ t3.*', 'the instance type is `g2.2xlarge`, which does not match `t3.*`'],
    ['attribute:rack == a', 'the attribute `rack` is not set'],
    ['runningTasksCount < 3', 'the number of running tasks is not below `3`'],
    ['runningTasksCount < 2 and agentConnected == true', 'the number of running tasks is `3`, which is not below `2`'],
    ['attribute:ecs.vpc-id == vpc-1', 'the VPC is not described for this instance'],
    [
      'task:group == db',
      'the task groups on the instance are service:production, family:batch, while the clause wants that a task of the group `db` runs on the instance',
    ],
    ['attribute:stack == prod', 'the attribute `stack` is `prod`'],
  ])('why: %s', (text, why) => {
    expect(evaluateQuery(text, INSTANCE).why).toBe(why);
  });

  it('reads the time of the API in seconds', () => {
    expect(evaluateQuery('registeredAt > 2018-02-13', { registeredAt: 1_518_480_001 }).result).toBe(true);
    expect(evaluateQuery('registeredAt > 2018-02-13', { registeredAt: 1_518_480_000 }).result).toBe(false);
  });

  it('names the facts that change while tasks are placed', () => {
    expect(queryDependencies('attribute:a == b')).toEqual({ taskGroups: false, runningTasksCount: false });
    expect(queryDependencies('not(task:group == a) or (runningTasksCount < 2)')).toEqual({
      taskGroups: true,
      runningTasksCount: true,
    });
  });
});
