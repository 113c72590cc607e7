import { describe, expect, it } from 'vitest';
import {
  derive,
  membersByPath,
  responseService,
  responseTaskDefinition,
  service,
  serviceUpdate,
  taskDefinition,
} from '../../schemas';
import { MODEL, UPDATE_REFUSES } from '../../schemas/runtime';
import type { Shape } from '../../schemas/shape';
import { compare, type Exceptions } from './compare';
import { memberNames, requestOf } from './sdk-model';

/** Where the schemas deviate from the SDK on purpose. An exception that is no longer needed fails, too. */
const serviceExceptions: Exceptions = {};
const taskDefinitionExceptions: Exceptions = {};

const shapes = { service: derive(service).shape, taskDefinition: derive(taskDefinition).shape };
const ourService = () => membersByPath(shapes.service);

describe('the schemas against the SDK of AWS', () => {
  it('describes CreateService as the SDK does', () => {
    const theirs = requestOf('CreateService');
    expect(theirs.size).toBeGreaterThanOrEqual(164);
    expect(compare(ourService(), theirs, serviceExceptions)).toEqual([]);
  });

  it('describes RegisterTaskDefinition as the SDK does', () => {
    const theirs = requestOf('RegisterTaskDefinition');
    expect(theirs.size).toBeGreaterThanOrEqual(166);
    expect(compare(membersByPath(shapes.taskDefinition), theirs, taskDefinitionExceptions)).toEqual([]);
  });

  it('knows what UpdateService takes and refuses', () => {
    const taken = new Set(memberNames('UpdateServiceRequest'));
    const members = Object.keys(shapes.service.members);
    expect(members.filter((name) => !taken.has(name)).sort()).toEqual([...UPDATE_REFUSES].sort());
    const added = [...taken].filter((name) => !members.includes(name));
    expect(Object.keys(derive(serviceUpdate).shape.members).sort()).toEqual(added.sort());
  });

  it('describes the members of UpdateService no differently from those of CreateService', () => {
    const theirs = requestOf('UpdateService');
    const taken = new Set(memberNames('UpdateServiceRequest'));
    const ours = new Map([...ourService()].filter(([path]) => taken.has(path.replace(/[.[].*/, ''))));
    for (const [path, shape] of membersByPath(derive(serviceUpdate).shape)) ours.set(path, shape);
    expect(compare(ours, theirs)).toEqual([]);
  });

  it('lists what answers hold beyond requests', () => {
    const outputOnly = (structure: string, root: Shape) => {
      const request = root.type === 'object' ? Object.keys(root.members) : [];
      return memberNames(structure).filter((name) => !request.includes(name));
    };
    const ours = (schema: typeof responseService | typeof responseTaskDefinition) =>
      Object.keys(derive(schema).shape.members).sort();
    expect(ours(responseService)).toEqual(outputOnly('Service', shapes.service).sort());
    expect(ours(responseTaskDefinition)).toEqual(outputOnly('TaskDefinition', shapes.taskDefinition).sort());
  });

  it('names the version that it was checked against', async () => {
    const { default: manifest } = await import('@aws-sdk/client-ecs/package.json');
    expect(manifest).toMatchObject({ name: MODEL.package, version: MODEL.version });
  });
});

describe('the reading of the SDK', () => {
  const enums = (members: Map<string, { enum?: string[] }>) => [...members.values()].filter((member) => member.enum);

  it('finds enums, number types, documents and unions in the declarations', () => {
    const members = requestOf('CreateService');
    expect(enums(members)).toHaveLength(23);
    expect(members.get('deploymentConfiguration.linearConfiguration.stepPercent')?.type).toBe('double');
    expect(members.get('deploymentConfiguration.lifecycleHooks[].hookDetails')?.type).toBe('document');
    expect(members.get('propagateTags')?.enum).toEqual(['TASK_DEFINITION', 'SERVICE', 'NONE']);
    expect(enums(requestOf('RegisterTaskDefinition'))).toHaveLength(21);
  });
});

describe('the comparison itself', () => {
  const theirs = () => requestOf('CreateService');
  const without = <T>(map: Map<string, T>, path: string) => new Map([...map].filter(([name]) => name !== path));
  const launchTypes = (values: string[]) => new Map(ourService()).set('launchType', { type: 'string', enum: values });

  it('notices a member that is missing on either side', () => {
    expect(compare(without(ourService(), 'tags[].value'), theirs())).toEqual(['tags[].value: missing here']);
    expect(compare(ourService(), without(theirs(), 'tags[].value'))).toEqual(['tags[].value: unknown to the SDK']);
  });

  it('notices a value of an enum that is missing on either side', () => {
    expect(compare(launchTypes(['EC2', 'FARGATE', 'EXTERNAL']), theirs())).toEqual([
      'launchType: value MANAGED_INSTANCES missing here',
    ]);
    expect(compare(launchTypes(['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES', 'MOON']), theirs())).toEqual([
      'launchType: value MOON unknown to the SDK',
    ]);
    const fewer = theirs().set('deploymentConfiguration.lifecycleHooks[].lifecycleStages', {
      type: 'list',
      required: false,
      enum: ['PRE_SCALE_UP'],
      doc: '',
    });
    expect(compare(ourService(), fewer)).toHaveLength(7);
  });

  it('notices types and required marks', () => {
    const changed = theirs();
    changed.set('desiredCount', { type: 'double', required: false, doc: '' });
    changed.set('cluster', { type: 'string', required: true, doc: '' });
    expect(compare(ourService(), changed)).toEqual([
      'cluster: not required here, but in the SDK',
      'desiredCount: integer here, double in the SDK',
    ]);
  });

  it('notices an exception that nothing needs', () => {
    expect(compare(ourService(), theirs(), { 'gone: missing here': 'was once' })).toEqual([
      'exception without use: gone: missing here',
    ]);
  });
});
