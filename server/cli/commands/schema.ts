import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../args';
import { defineCommand } from '../command';
import { FINDINGS_SCHEMA } from '../format/findings-schema';
import { EXIT } from '../io';

const FILES = {
  service: 'ecs-service.schema.json',
  'task-definition': 'ecs-task-definition.schema.json',
  config: 'ecs-preflight-config.schema.json',
  cluster: 'cluster.schema.json',
};
const NAMES = [...Object.keys(FILES), 'findings'] as (keyof typeof FILES | 'findings')[];

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
      const near = nearest(asked, NAMES);
      io.err(
        `ecs-preflight: there is no schema "${asked}"${near ? `; did you mean ${near}?` : ''} There are ${NAMES.join(', ')}\n`,
      );
      return EXIT.trouble;
    }
    const text = name === 'findings' ? await findingsSchema() : readGenerated(FILES[name]);
    io.out(text.endsWith('\n') ? text : `${text}\n`);
    return EXIT.clean;
  },
});

async function findingsSchema(): Promise<string> {
  return JSON.stringify(FINDINGS_SCHEMA, null, 2);
}

/** The committed schemas ship as the files that they are: as code they would be a quarter of the program. */
function readGenerated(file: string): string {
  const fromDist = join(__dirname, '..', 'schemas', 'generated', file);
  const fromSource = join(__dirname, '..', '..', '..', 'schemas', 'generated', file);
  return readFileSync(existsSync(fromDist) ? fromDist : fromSource, 'utf8');
}
