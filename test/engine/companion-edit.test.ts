import { expect, it } from 'vitest';
import { createEngine } from '../../server/core/engine';

const SERVICE =
  'serviceName: web\ntaskDefinition: web\ndesiredCount: 2\nlaunchType: EC2\nloadBalancers:\n  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef\n    containerName: app\n    containerPort: 80\n';
const TASK =
  'family: web\ncontainerDefinitions:\n  - name: app\n    image: app:1\n    memory: 128\n    portMappings:\n      - containerPort: 80\n';

it('a service follows its task definition, though not a letter of it has changed', () => {
  const files = new Map([['file:///w/taskdef.yaml', TASK]]);
  const uri = 'file:///w/ecs-service-def.yaml';
  files.set(uri, SERVICE);
  const engine = createEngine({ host: { read: (u) => files.get(u), list: () => [...files.keys()] } });
  const errors = (last?: ReturnType<typeof engine.snapshot>) => {
    const snapshot = engine.snapshot(uri, SERVICE, { last });
    return {
      snapshot,
      rules: snapshot
        .findings()
        .filter((f) => f.severity === 'error')
        .map((f) => f.rule),
    };
  };
  const first = errors();
  expect(first.rules).toEqual([]);
  files.set('file:///w/taskdef.yaml', TASK.replace('name: app', 'name: api'));
  const second = errors(first.snapshot);
  expect(second.rules).toEqual(['container-not-in-task-definition']);
  files.set('file:///w/taskdef.yaml', TASK);
  expect(errors(second.snapshot).rules).toEqual([]);
});
