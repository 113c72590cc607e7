import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { cluster, jsonSchema, membersByPath, service, settings, taskDefinition } from '../../schemas';
import { derived } from '../../schemas/generate';
import type { Shape } from '../../schemas/shape';
import { examplesOf } from './sdk-model';
import { sharedFile } from './shared';

const generated = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'schemas', 'generated');
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
for (const keyword of ['markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'defaultSnippets'])
  ajv.addKeyword(keyword);

const compile = (file: string): ValidateFunction =>
  ajv.compile(JSON.parse(readFileSync(join(generated, file), 'utf8')));
const validators = {
  service: compile('ecs-service.schema.json'),
  taskDefinition: compile('ecs-task-definition.schema.json'),
  settings: compile('ecs-preflight-config.schema.json'),
  cluster: compile('cluster.schema.json'),
};

/** What is wrong with a value, a line each. */
function problems(validate: ValidateFunction, value: unknown): string[] {
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the entries for SchemaStore', () => {
  const entries = JSON.parse(readFileSync(join(generated, 'schemastore-catalog.json'), 'utf8')) as {
    url: string;
    fileMatch: string[];
  }[];

  it("name schemas that are there, and files that are nobody else's", () => {
    const ids = readdirSync(generated)
      .filter((name) => name.endsWith('.schema.json'))
      .map((name) => JSON.parse(readFileSync(join(generated, name), 'utf8')).$id);
    for (const { url } of entries) expect(ids).toContain(url);
    const patterns = entries.flatMap(({ fileMatch }) => fileMatch);
    expect(patterns).toContain('ecs-service-def.yaml');
    for (const pattern of patterns) expect(pattern).toMatch(/^(ecs-(service|task)-def|\.ecs-preflight)\.(json|ya?ml)$/);
  });
});

describe('the JSON Schemas on inputs that are right', () => {
  const request = (action: Parameters<typeof examplesOf>[0]) => examplesOf(action).map((input) => [input] as const);

  it.each(request('CreateService'))('accepts an example of CreateService %#', (input) => {
    expect(problems(validators.service, input)).toEqual([]);
    expect(service.safeParse(input).error?.issues ?? []).toEqual([]);
  });

  it.each(request('UpdateService'))('accepts an example of UpdateService %#', (input) => {
    expect(problems(validators.service, input)).toEqual([]);
  });

  it.each(request('RegisterTaskDefinition'))('accepts an example of RegisterTaskDefinition %#', (input) => {
    // The SDK shows the list of containers as a map with numbers; the API takes a list.
    expect(problems(validators.taskDefinition, input)).toEqual([]);
    expect(taskDefinition.safeParse(input).error?.issues ?? []).toEqual([]);
  });

  it('accepts members that it does not know, and a count that is left to others', () => {
    expect(problems(validators.service, { serviceName: 'a', madeTomorrow: { x: 1 }, desiredCount: null })).toEqual([]);
    expect(problems(validators.service, { serviceName: '{{ must_env `NAME` }}-web' })).toEqual([]);
    expect(problems(validators.service, { $schema: 'https://example.org', launchType: 'FARGATE' })).toEqual([]);
  });

  it('accepts our own inputs in their documented forms', () => {
    const config = {
      profile: 'ecspresso',
      rules: { 'a-rule': 'off', '*': 'warning' },
      overrides: [
        { files: ['legacy/**'], pointer: '/tags', rules: { 'another-rule': 'error' }, profile: 'create-service' },
      ],
      taskDefinitions: { 'services/web.json': 'taskdefs/web.json' },
      simulator: {
        cluster: 'cluster.yaml',
        timings: { provisioning: 12_000 },
        options: { stopPolicy: 'eager' },
        seed: 7,
        runs: 10,
      },
      inlayHints: false,
      codeLens: true,
      trace: 'off',
    };
    expect(problems(validators.settings, config)).toEqual([]);
    expect(settings.safeParse(config).success).toBe(true);
    const place = {
      subnets: [{ id: 'subnet-1', zone: 'eu-west-1a', freeAddresses: 10 }],
      instances: [
        {
          count: 3,
          zone: 'eu-west-1a',
          cpu: 2048,
          memory: 7680,
          attributes: { stack: 'prod' },
          tasks: [{ group: 'service:other', cpu: 256, memory: 512, hostPorts: [80] }],
        },
      ],
      capacityProviders: [
        { name: 'asg', maximumSize: 5, instance: { cpu: 2048, memory: 7680 }, managedScaling: { targetCapacity: 90 } },
      ],
      defaultCapacityProviderStrategy: [{ capacityProvider: 'asg', weight: 1 }],
    };
    expect(problems(validators.cluster, place)).toEqual([]);
    expect(cluster.safeParse(place).success).toBe(true);
  });
});

describe('the JSON Schemas on inputs that are wrong', () => {
  it.each([
    [{ desiredCount: '2' }, '/desiredCount must be integer,null'],
    [{ desiredCount: -1 }, '/desiredCount must be >= 0'],
    [{ launchType: 'fargate' }, '/launchType must be equal to one of the allowed values'],
    [{ serviceName: 'my service' }, expect.stringMatching(/^\/serviceName must match pattern/)],
    [{ deploymentController: {} }, "/deploymentController must have required property 'type'"],
    [
      { networkConfiguration: { awsvpcConfiguration: { subnets: [] } } },
      '/networkConfiguration/awsvpcConfiguration/subnets must NOT have fewer than 1 items',
    ],
    [{ tags: [{ key: 'a', value: 1 }] }, '/tags/0/value must be string'],
    [
      { serviceConnectConfiguration: { enabled: true, containerConfigurations: [{}] } },
      '/serviceConnectConfiguration/containerConfigurations/0 must NOT have fewer than 1 properties',
    ],
  ])('finds fault with %j', (input, problem) => {
    expect(problems(validators.service, input)).toEqual([problem]);
    expect(service.safeParse({ serviceName: 'a', ...input }).success).toBe(false);
  });

  it('knows all members of our own inputs', () => {
    expect(problems(validators.settings, { rule: {} })).toEqual([' must NOT have additional properties']);
    expect(problems(validators.settings, { rules: { 'a-rule': 'loud' } })).toEqual([
      '/rules/a-rule must be equal to one of the allowed values',
    ]);
  });
});

describe('the snippets', () => {
  /** The body as an editor leaves it when nobody types anything. */
  const filled = (body: unknown): unknown => {
    if (Array.isArray(body)) return body.map(filled);
    if (typeof body === 'object' && body !== null) {
      return Object.fromEntries(Object.entries(body).map(([name, value]) => [filled(name) as string, filled(value)]));
    }
    if (typeof body !== 'string') return body;
    const text = body.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\{\d+\|([^,}]*)[^}]*\|\}/g, '$1');
    return text.startsWith('^') ? JSON.parse(text.slice(1)) : text;
  };
  const wanted = (shape: Shape, value: unknown): string[] => {
    if (shape.type === 'list') return (value as unknown[]).flatMap((item) => wanted(shape.item, item));
    if (shape.type !== 'object') return [];
    return Object.entries(shape.members).flatMap(([name, member]) => {
      const given = (value as Record<string, unknown>)[name];
      if (given === undefined) return member.required || member.needed ? [name] : [];
      return wanted(member, given);
    });
  };
  const bodies = (['service', 'taskDefinition', 'cluster', 'settings'] as const).flatMap((root) => {
    const members = membersByPath(derived[root].shape);
    const paths = Object.keys(derived[root].docs).filter((path) => derived[root].docs[path]?.snippet !== undefined);
    return paths.map((path) => ({ root, path, shape: members.get(path) as Shape, texts: derived[root].docs[path] }));
  });

  it.each(bodies)('$root $path: fits its own schema and leaves nothing needed out', ({ path, shape, texts }) => {
    const schema = jsonSchema(
      { type: 'object', members: { it: shape } },
      { it: texts ?? { doc: '' } },
      { id: `x:${path}`, title: '', description: '' },
    );
    const { it: property } = schema.properties as { it: { defaultSnippets: [{ body: unknown }] } };
    const value = filled(property.defaultSnippets[0].body);
    expect(problems(new Ajv({ strict: false }).compile(schema), { it: value })).toEqual([]);
    expect(wanted(shape, value)).toEqual([]);
  });

  it('numbers its places in the order of reading', () => {
    expect(derived.service.docs['deploymentConfiguration.linearConfiguration']?.snippet).toEqual({
      stepPercent: `\${1:10}`,
      stepBakeTimeInMinutes: `\${2:6}`,
    });
  });
});

describe('the JSON Schemas on what AWS published', () => {
  const index = sharedFile('corpus/official/official.tsv');
  const rows = (index ?? '')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  const inputs = rows
    .filter(([file, kind]) => file && (kind === 'create' || kind === 'update'))
    .map(([file]) => file as string);

  it.skipIf(!index)('has something to read', () => expect(inputs.length).toBeGreaterThan(10));

  it.skipIf(!index).each(inputs)('accepts %s', (file) => {
    expect(problems(validators.service, JSON.parse(sharedFile(`corpus/official/${file}`) ?? 'null'))).toEqual([]);
  });
});
