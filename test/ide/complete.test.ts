import { describe, expect, it } from 'vitest';
import * as ide from '../../server/core/ide';
import { accept, labelsAt, openAt } from './open';

const HEAD = 'serviceName: web\ntaskDefinition: web\n';
const TASK =
  'family: web\nnetworkMode: awsvpc\ncontainerDefinitions:\n  - name: app\n    image: a\n    portMappings:\n      - name: http\n        containerPort: 8080\n  - name: sidecar\n    image: b\nvolumes:\n  - name: data\n    configuredAtLaunch: true\n';

describe('keys in YAML', () => {
  it('offers what fits the parent and is not there yet', () => {
    const labels = labelsAt({ 'ecs-service-def.yaml': `${HEAD}$0\n` });
    expect(labels).toContain('desiredCount');
    expect(labels).not.toContain('serviceName');
    expect(labels).not.toContain('subnets');
  });

  it('offers members of a nested object', () => {
    const labels = labelsAt({
      'ecs-service-def.yaml': `${HEAD}networkConfiguration:\n  awsvpcConfiguration:\n    $0\n`,
    });
    expect(labels.slice(0, 3).sort()).toEqual(['assignPublicIp', 'securityGroups', 'subnets']);
    expect(labels[0]).toBe('subnets');
  });

  it('says in few words what a member takes, so that its name has room', () => {
    const { snapshot, at, view } = openAt({ 'ecs-service-def.yaml': `${HEAD}$0\n` });
    const details = new Map(
      ide.complete(snapshot, at, view, { snippets: true }).items.map((item) => [item.label, item.detail]),
    );
    expect(details.get('schedulingStrategy')).toBe('one of REPLICA, DAEMON');
    expect(details.get('propagateTags')).toBe('one of 3 values');
    expect(details.get('desiredCount')).toBe('whole number, 0 or more tasks');
  });

  it("completes a half-typed key with its value in the file's own style", () => {
    const text = accept({ 'ecs-service-def.yaml': `${HEAD}launchT$0\n` }, 'launchType');
    expect(text).toBe(`${HEAD}launchType: FARGATE\n`);
  });

  it('begins a block for an object', () => {
    const text = accept({ 'ecs-service-def.yaml': `${HEAD}deploymentC$0\n` }, 'deploymentController');
    expect(text).toBe(`${HEAD}deploymentController:\n  type: ECS\n`);
  });

  it('puts a comma behind the previous member in flow style', () => {
    const text = accept({ 'ecs-service-def.yaml': `${HEAD}placementStrategy: [{ type: spread, fi$0 }]\n` }, 'field');
    expect(text).toContain('{ type: spread, field: ');
  });
});

describe('keys in JSON', () => {
  it('works inside quotes', () => {
    const labels = labelsAt({ 'ecs-service-def.json': '{\n  "serviceName": "web",\n  "des$0"\n}' });
    expect(labels[0]).toBe('desiredCount');
  });

  it('writes quotes, colon and value', () => {
    const text = accept({ 'ecs-service-def.json': '{\n  "serviceName": "web",\n  "laun$0"\n}' }, 'launchType');
    expect(JSON.parse(text)).toEqual({ serviceName: 'web', launchType: 'FARGATE' });
  });

  it('adds the comma that is missing before', () => {
    const text = accept({ 'ecs-service-def.json': '{\n  "serviceName": "web"\n  $0\n}' }, 'launchType');
    expect(JSON.parse(text)).toEqual({ serviceName: 'web', launchType: 'FARGATE' });
  });
});

describe("the file's own style", () => {
  it('breaks JSON into lines where the member has a line for itself, and not inside a line', () => {
    const lines = accept(
      { 'ecs-service-def.json': '{\n    "serviceName": "web",\n    "netw$0"\n}' },
      'networkConfiguration',
    );
    expect(lines).toBe(
      '{\n    "serviceName": "web",\n    "networkConfiguration": {\n        "awsvpcConfiguration": {\n            "subnets": [\n                ""\n            ]\n        }\n    }\n}',
    );
    const line = accept({ 'ecs-service-def.json': '{"serviceName": "web", "netw$0"}' }, 'networkConfiguration');
    expect(line).toBe('{"serviceName": "web", "networkConfiguration": { "awsvpcConfiguration": { "subnets": [""] } }}');
  });

  it('separates the members of a JSON object in lines by commas', () => {
    const text = accept({ 'ecs-service-def.json': '{\n  "serviceName": "web",\n  "loadB$0"\n}' }, 'loadBalancers');
    expect(text).toContain('[\n    {\n      "containerName": "",\n      "containerPort": \n    }\n  ]');
  });

  it('indents YAML as the file does', () => {
    const four = `${HEAD}deploymentController:\n    type: ECS\n`;
    expect(accept({ 'ecs-service-def.yaml': `${four}networkC$0\n` }, 'networkConfiguration')).toBe(
      `${four}networkConfiguration:\n    awsvpcConfiguration:\n        subnets:\n            - \n`,
    );
    const flush = `${HEAD}tags:\n- key: a\n`;
    expect(accept({ 'ecs-service-def.yaml': `${flush}loadB$0\n` }, 'loadBalancers')).toBe(
      `${flush}loadBalancers:\n- containerName: \n  containerPort: \n`,
    );
  });

  it('goes on behind the dash of an item', () => {
    const text = accept({ 'ecs-service-def.yaml': `${HEAD}loadBalancers:\n  - $0\n` }, 'new object');
    expect(text).toBe(`${HEAD}loadBalancers:\n  - containerName: \n    containerPort: \n`);
  });
});

describe('values', () => {
  it('offers listed values', () => {
    expect(labelsAt({ 'ecs-service-def.yaml': `${HEAD}launchType: $0\n` })).toEqual([
      'FARGATE',
      'EC2',
      'EXTERNAL',
      'MANAGED_INSTANCES',
    ]);
    expect(labelsAt({ 'ecs-service-def.json': '{"taskDefinition": "web", "launchType": "$0"}' })).toContain('EC2');
  });

  it('puts a space after a bare colon', () => {
    expect(accept({ 'ecs-service-def.yaml': `${HEAD}launchType:$0\n` }, 'EC2')).toBe(`${HEAD}launchType: EC2\n`);
  });

  it('offers booleans', () => {
    expect(labelsAt({ 'ecs-service-def.yaml': `${HEAD}enableExecuteCommand: $0\n` })).toEqual(['true', 'false']);
  });

  it('knows the containers, ports and volumes of the task definition', () => {
    const balancer = (line: string) => ({
      'ecs-service-def.yaml': `${HEAD}loadBalancers:\n  - containerName: app\n    ${line}\n`,
      'taskdef.yaml': TASK,
    });
    expect(
      labelsAt({
        'ecs-service-def.yaml': `${HEAD}loadBalancers:\n  - containerName: $0\n`,
        'taskdef.yaml': TASK,
      }).slice(0, 2),
    ).toEqual(['app', 'sidecar']);
    expect(labelsAt(balancer('containerPort: $0'))[0]).toBe('8080');
    expect(
      labelsAt({
        'ecs-service-def.yaml': `${HEAD}serviceConnectConfiguration:\n  enabled: true\n  services:\n    - portName: $0\n`,
        'taskdef.yaml': TASK,
      })[0],
    ).toBe('http');
    expect(
      labelsAt({ 'ecs-service-def.yaml': `${HEAD}volumeConfigurations:\n  - name: $0\n`, 'taskdef.yaml': TASK })[0],
    ).toBe('data');
  });

  it('completes the query language inside an expression', () => {
    const labels = labelsAt({
      'ecs-service-def.yaml': `${HEAD}placementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.in$0\n`,
    });
    expect(labels.some((l) => l.includes('ecs.instance-type'))).toBe(true);
  });

  it('offers log options of the chosen driver', () => {
    const labels = labelsAt({
      'ecs-service-def.yaml': `${HEAD}serviceConnectConfiguration:\n  enabled: true\n  logConfiguration:\n    logDriver: awslogs\n    options:\n      $0\n`,
    });
    expect(labels).toContain('awslogs-group');
    expect(labels).not.toContain('splunk-token');
  });

  it('offers nothing in a comment and in files that are not ours', () => {
    expect(labelsAt({ 'ecs-service-def.yaml': `${HEAD}# $0\n` })).toEqual([]);
    expect(labelsAt({ 'values.yaml': 'image: $0\n' })).toEqual([]);
  });
});
