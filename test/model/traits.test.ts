import { describe, expect, it } from 'vitest';
import type { Profile } from '../../server/core/model/profile';
import type { Traits } from '../../server/core/model/traits';
import { makeWorkspace } from '../workspace';

function traits(text: string, profile: Profile = 'create-service'): Traits {
  const snapshot = makeWorkspace({ 'service.yaml': text }).open('service.yaml', { expected: 'service', profile });
  return snapshot.definitions[0]?.traits() as Traits;
}

describe('traits', () => {
  it('take the defaults of ECS for what a new service leaves out', () => {
    const found = traits('serviceName: web\nlaunchType: EC2\n');
    expect(found).toMatchObject({ controller: 'ECS', scheduling: 'REPLICA', strategy: 'ROLLING', loadBalanced: false });
    expect(found).toMatchObject({
      fargate: false,
      ownCapacity: true,
      serviceConnect: false,
      classicLoadBalancer: false,
    });
  });

  it('know nothing of what an update leaves out', () => {
    const found = traits(
      'service: web\ndesiredCount: 2\ndeploymentConfiguration:\n  maximumPercent: 100\n',
      'update-service',
    );
    for (const name of [
      'controller',
      'scheduling',
      'strategy',
      'loadBalanced',
      'classicLoadBalancer',
      'serviceConnect',
    ]) {
      expect(found[name as keyof Traits], name).toBeUndefined();
    }
    expect(traits('service: web\nloadBalancers: []\n', 'update-service').loadBalanced).toBe(false);
  });

  it('decide no launch type from a misspelt one', () => {
    for (const text of [
      'launchType: Fargate\n',
      'launchType: FARGATE_SPOT\n',
      'capacityProviderStrategy:\n  - capacityProvider: fargate_spot\n    weight: 1\n',
      'launchType: "{{ must_env `LAUNCH` }}"\n',
      'desiredCount: 1\n',
    ]) {
      const found = traits(`serviceName: web\n${text}`);
      expect([found.fargate, found.ownCapacity], text).toEqual([undefined, undefined]);
    }
  });

  it('see Fargate behind its providers and instances behind others', () => {
    const by = (name: string) =>
      traits(`serviceName: web\ncapacityProviderStrategy:\n  - capacityProvider: ${name}\n    weight: 1\n`);
    expect(by('FARGATE_SPOT')).toMatchObject({ fargate: true, ownCapacity: false, awsvpc: true });
    expect(by('web-asg')).toMatchObject({ fargate: false, ownCapacity: true });
  });
});
