import { defineCommand } from '../command';
import { EXIT } from '../io';

const SCHEMAS = {
  service: async () => (await import('../../../schemas/generated/ecs-service.schema.json')).default,
  'task-definition': async () => (await import('../../../schemas/generated/ecs-task-definition.schema.json')).default,
  config: async () => (await import('../../../schemas/generated/ecs-preflight-config.schema.json')).default,
  cluster: async () => (await import('../../../schemas/generated/cluster.schema.json')).default,
  findings: async () => (await import('../format/findings-schema')).FINDINGS_SCHEMA,
} satisfies Record<string, () => Promise<unknown>>;

type SchemaName = keyof typeof SCHEMAS;
const NAMES = Object.keys(SCHEMAS) as SchemaName[];

const DETAILS = `
  service           a service definition (default)
  task-definition   a task definition
  config            .ecs-preflight.json and .ecs-preflight.yaml
  cluster           the cluster file of the simulator
  findings          what check --format json prints

Give a schema to an editor by its settings, not by a "$schema" member: the AWS CLI refuses unknown members.`;

export const schema = defineCommand({
  name: 'schema',
  args: `[${NAMES.join('|')}]`,
  summary: 'Print a JSON Schema (draft-07).',
  details: DETAILS,
  options: {},
  arity: [0, 1],
  complete: NAMES,
  async run([asked = 'service'], _given, io) {
    const name = NAMES.find((n) => n === asked);
    if (!name) {
      const { nearest } = await import('../args');
      const near = nearest(asked, NAMES);
      io.err(
        `ecs-preflight: there is no schema "${asked}"${near ? `; did you mean ${near}?` : ''} There are ${NAMES.join(', ')}\n`,
      );
      return EXIT.trouble;
    }
    io.out(`${JSON.stringify(await SCHEMAS[name](), null, 2)}\n`);
    return EXIT.clean;
  },
});
