import { describe, expect, it } from 'vitest';
import { recognise } from '../../server/core/model/recognise';
import { guessSyntax, parse } from '../../server/core/syntax';

const kinds = (text: string, name = 'file.yaml') =>
  recognise(parse(text, guessSyntax(text, name)), { uri: `file:///w/${name}` }).map(
    (r) => `${r.kind} ${r.profile} ${r.prefix}`,
  );

describe('service definitions', () => {
  it.each([
    ['by content', 'serviceName: web\ntaskDefinition: web\ndesiredCount: 1\n', 'file.yaml', 'service create-service '],
    ['half typed, by its name', 'desiredCount: 1\n', 'ecs-service-def.yaml', 'service ecspresso '],
    [
      'of ecspresso, by templates',
      'serviceName: web\ntaskDefinition: "{{ must_env `T` }}"\ndesiredCount: 1\n',
      'a.yaml',
      'service ecspresso ',
    ],
    [
      'of ecspresso, by capitals',
      'DesiredCount: 1\nLaunchType: EC2\nSchedulingStrategy: REPLICA\nPropagateTags: NONE\n',
      'a.yaml',
      'service ecspresso ',
    ],
    [
      'for the AWS CLI, since it names its service, all in capitals',
      'ServiceName: web\nTaskDefinition: web\nDesiredCount: 1\nLaunchType: EC2\n',
      'a.yaml',
      'service create-service ',
    ],
    [
      'for the AWS CLI, with one capital that slipped in',
      'serviceName: web\ntaskDefinition: web\nDesiredCount: 1\nlaunchType: EC2\n',
      'a.yaml',
      'service create-service ',
    ],
    [
      'with a mapping where the name of the task definition belongs',
      'serviceName: web\ntaskDefinition:\n  family: web\ndesiredCount: 1\nlaunchType: EC2\n',
      'a.yaml',
      'service create-service ',
    ],
    [
      'an update',
      'service: web\ntaskDefinition: web\ndesiredCount: 2\nforceNewDeployment: true\n',
      'a.yaml',
      'service update-service ',
    ],
    [
      'an update of one member',
      '{"cluster": "main", "service": "web", "loadBalancers": [{"containerName": "app"}]}',
      'a.json',
      'service update-service ',
    ],
    [
      'an update in a template',
      'cluster: main\nservice: __NAME__\ndesiredCount: 2\n',
      'a.yaml',
      'service update-service ',
    ],
    [
      'an update by its name',
      'service: web\nhealthCheckGracePeriodSeconds: 30\n',
      'service-update.yaml',
      'service update-service ',
    ],
    [
      'an answer',
      '{"services": [{"serviceName": "web", "taskDefinition": "a", "desiredCount": 1}], "failures": []}',
      'a.json',
      'service describe-services /services/0',
    ],
    [
      'by a comment',
      '# ecs-preflight: profile=ecspresso\nserviceName: web\ntaskDefinition: a\ndesiredCount: 1\n',
      'a.yaml',
      'service ecspresso ',
    ],
  ])('%s', (_, text, name, expected) => expect(kinds(text, name)).toEqual([expected]));

  it('several in a stream', () => {
    expect(
      kinds(
        'serviceName: a\ndesiredCount: 1\nlaunchType: EC2\n---\nserviceName: b\ndesiredCount: 1\nlaunchType: EC2\n',
      ),
    ).toHaveLength(2);
  });
});

describe('what is none', () => {
  it.each([
    ['RunTask input', 'cluster: c\ntaskDefinition: web\nlaunchType: FARGATE\ncount: 1\nnetworkConfiguration: {}\n'],
    [
      'CreateTaskSet input',
      'service: s\ncluster: c\ntaskDefinition: web\nlaunchType: FARGATE\nscale: {}\nloadBalancers: []\n',
    ],
    ['CloudFormation', 'AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n'],
    ['Kubernetes', 'apiVersion: v1\nkind: Service\nspec: {}\n'],
    ['Compose', 'services:\n  web:\n    image: a\n'],
    [
      'RunTask input without a count',
      'cluster: c\ntaskDefinition: web:2\nlaunchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration: {}\n',
    ],
    ['settings of a script', 'cluster: main\nservice: web\nregion: eu-west-1\ndesiredCount: 2\n'],
    ['DeleteService input', 'cluster: main\nservice: web\nforce: true\n'],
    ['App Runner', 'ServiceName: web\nSourceConfiguration: {}\nInstanceConfiguration: {}\n'],
    ['a list', '- serviceName: a\n'],
    ['nothing', ''],
  ])('%s', (_, text) => expect(kinds(text)).toEqual([]));

  it('Lightsail and RunTask inputs, even when a person names them', () => {
    const named = (text: string) =>
      recognise(parse(text, 'yaml'), { uri: 'file:///w/update.yaml', expected: 'service' });
    expect(named('serviceName: web\ncontainers: {}\npublicEndpoint: {}\n')).toEqual([]);
    expect(named('taskDefinition: web\nlaunchType: EC2\nplatformVersion: LATEST\n')).toEqual([]);
    expect(named('serviceName: web\n')).toHaveLength(1);
  });

  it('Jsonnet, which is a program', () => {
    const text = '{ desiredCount: 1, launchType: "EC2", loadBalancers: [] }';
    expect(kinds(text, 'ecs-service-def.jsonnet')).toEqual([]);
    expect(kinds(text, 'ecs-service-def.yaml')).toHaveLength(1);
  });
});

describe('why', () => {
  it('does not speak of members of an answer where there are none', () => {
    const why = (text: string) => recognise(parse(text, 'yaml'), { uri: 'file:///w/a.yaml' })[0]?.because;
    const service = 'serviceName: web\n  taskDefinition: a\n  desiredCount: 1\n';
    expect(why(`service:\n  ${service}`)).toBe('it stands in service, as in what ECS answers');
    expect(why(`service:\n  status: ACTIVE\n  ${service}`)).toContain('members that only DescribeServices returns');
  });
});
