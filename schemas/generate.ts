import { cluster } from './cluster';
import { type Derived, derive } from './derive';
import { jsonSchema, type SchemaOptions } from './json-schema';
import { printDocs, printShapes } from './print';
import { responseService, service, serviceUpdate } from './service';
import { responseTaskDefinition } from './service/response';
import { settings } from './settings';
import type { Shape } from './shape';
import { taskDefinition } from './task-definition';

const derived = {
  service: derive(service),
  serviceUpdate: derive(serviceUpdate),
  serviceResponse: derive(responseService),
  taskDefinition: derive(taskDefinition),
  taskDefinitionResponse: derive(responseTaskDefinition),
  cluster: derive(cluster),
  settings: derive(settings),
} satisfies Record<string, Derived>;

export type RootName = keyof typeof derived;
export { derived };

const STORE = 'https://json.schemastore.org/';

const schemas: [RootName, SchemaOptions][] = [
  [
    'service',
    {
      id: `${STORE}ecs-service.json`,
      title: 'Amazon ECS service definition',
      description: 'Input of `aws ecs create-service --cli-input-json` and of ecspresso.',
    },
  ],
  [
    'taskDefinition',
    {
      id: `${STORE}ecs-task-definition.json`,
      title: 'Amazon ECS task definition',
      description: 'Input of `aws ecs register-task-definition --cli-input-json` and of ecspresso.',
    },
  ],
  [
    'settings',
    {
      id: `${STORE}ecs-preflight-config.json`,
      title: 'ECS Preflight configuration',
      description: 'The file .ecs-preflight.json or .ecs-preflight.yaml.',
      strict: true,
    },
  ],
  [
    'cluster',
    {
      id: `${STORE}ecs-preflight-cluster.json`,
      title: 'Cluster for the ECS Preflight simulator',
      description: 'Where the simulated tasks run: subnets, instances, capacity providers.',
      strict: true,
    },
  ],
];

const FILES: Record<string, string> = {
  service: 'ecs-service.schema.json',
  taskDefinition: 'ecs-task-definition.schema.json',
  settings: 'ecs-preflight-config.schema.json',
  cluster: 'cluster.schema.json',
};

const CATALOG = 'schemastore-catalog.json';

/** Names that nothing else has: SchemaStore shows a schema in every editor of the world. */
const FILE_MATCH: Partial<Record<RootName, string>> = {
  service: 'ecs-service-def',
  taskDefinition: 'ecs-task-def',
  settings: '.ecs-preflight',
};

/** What is entered in the catalog of SchemaStore when the schemas are handed in there. */
function catalog(): object[] {
  return schemas.flatMap(([root, { id, title, description }]) => {
    const name = FILE_MATCH[root];
    const fileMatch = ['json', 'yaml', 'yml'].map((ending) => `${name}.${ending}`);
    return name ? [{ name: title, description, fileMatch, url: id }] : [];
  });
}

/** All committed files of `generated/` by name. The same schemas give the same bytes. */
export function generate(): Record<string, string> {
  const files: Record<string, string> = {
    'shapes.ts': printShapes(
      Object.entries(derived).map(([name, { shape }]) => [name, shape]),
      names(),
    ),
    'docs.ts': printDocs(Object.entries(derived).map(([name, { docs }]) => [name, docs])),
  };
  for (const [name, options] of schemas) {
    const { shape, docs } = derived[name];
    files[FILES[name] as string] = `${JSON.stringify(jsonSchema(shape, docs, options), null, 1)}\n`;
  }
  files[CATALOG] = `${JSON.stringify(catalog(), null, 1)}\n`;
  return files;
}

/** Lists that are needed before any shape is parsed. */
function names(): Record<string, string[]> {
  const { members } = derived.service.shape;
  const updating = (effect: Shape['update']) => Object.keys(members).filter((name) => members[name]?.update === effect);
  return {
    serviceMembers: Object.keys(members),
    serviceOutputOnly: Object.keys(derived.serviceResponse.shape.members),
    taskDefinitionMembers: Object.keys(derived.taskDefinition.shape.members),
    taskDefinitionOutputOnly: Object.keys(derived.taskDefinitionResponse.shape.members),
    updateOnly: Object.keys(derived.serviceUpdate.shape.members),
    updateRefuses: updating('refused'),
    startsDeployment: updating('deploys'),
  };
}
