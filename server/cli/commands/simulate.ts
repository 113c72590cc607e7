import { writeFileSync } from 'node:fs';
import { createConfiguration, toUri } from '../../config';
import type { ManyReport } from '../../core/simulator/many-report';
import type { Plan } from '../../core/simulator/plan';
import { simulate as simulatePlan } from '../../core/simulator/simulate';
import { configTrouble } from '../check/config-trouble';
import { optionPath } from '../check/targets';
import { defineCommand, type Given } from '../command';
import { EXIT, type Io, UsageError } from '../io';
import { PLAIN, paintFor } from '../paint';
import { FORMATS, type FormatName, html, json, markdown, pretty, type Result } from '../simulate/formats';
import { checkGates } from '../simulate/gates';
import { github, writeJobSummary } from '../simulate/github';
import { makeManyRuns } from '../simulate/many-runs';
import { readScenario, SCENARIOS } from '../simulate/scenario';
import { readSubject } from '../simulate/subject';

const OPTIONS = {
  format: { short: 'f', value: 'FORMAT', choices: FORMATS, help: 'what to print (default: pretty)' },
  output: { short: 'o', value: 'FILE', help: 'write there instead of standard output' },
  from: { value: 'FILE|git:REV', help: 'the version that runs now (default: one like the new version)' },
  create: { help: 'the service does not exist yet' },
  service: { value: 'NAME', help: 'which service, when the file holds several' },
  'task-definition': { value: 'FILE', help: 'the task definition, instead of the one found beside the service' },
  cluster: { value: 'FILE', help: 'what there is to place tasks on (see ecs-preflight schema cluster)' },
  scenario: { short: 's', value: 'WHAT', many: true, help: 'something that goes wrong, see below' },
  seed: { value: 'N', help: 'seed of the random numbers (default: 1)' },
  runs: { value: 'N', help: 'also so many runs with drawn times: odds and quantiles' },
  'max-duration': { value: 'TIME', help: 'exit 1 when the rollout takes longer, e.g. 10m' },
  'min-healthy': { value: 'N|P%', help: 'exit 1 when fewer tasks are healthy at any time' },
  'max-peak': { value: 'N', help: 'exit 1 when more tasks exist at any time' },
  'require-complete': { help: 'exit 1 when the rollout does not complete' },
  events: { help: 'also the event log of the service' },
  config: { short: 'c', value: 'FILE', help: 'use this configuration instead of the one found by walking up' },
  'no-config': { help: 'use no configuration file' },
} as const;

const left = Math.max(...Object.values(SCENARIOS).map(({ form }) => form.length));
const DETAILS = `
What goes wrong (--scenario, repeatable; TIME defaults to 1m):
${Object.values(SCENARIOS)
  .map(({ form, help }) => `  ${form.padEnd(left)}  ${help}`)
  .join('\n')}

  ecs-preflight simulate service.json
  ecs-preflight simulate service.json --from git:HEAD --max-duration 10m --min-healthy 100%
  ecs-preflight simulate service.yaml --scenario crash --format html --output rollout.html
  ecs-preflight simulate service.json --cluster cluster.yaml --runs 1000

Exit codes: 0 every gate holds, 1 one does not, 2 usage or unreadable input, 130 many runs were cancelled (Ctrl-C). With --runs a gate holds when it holds in 95 of 100 runs.`;

export const simulate = defineCommand({
  name: 'simulate',
  args: 'FILE|-',
  summary: 'Predict the rollout that deploying a service definition would start.',
  details: DETAILS,
  options: OPTIONS,
  arity: [1, 1],
  complete: 'files',
  run: runSimulate,
});

async function runSimulate([file = '']: readonly string[], given: Given<typeof OPTIONS>, io: Io): Promise<number> {
  if (given.config && given['no-config']) throw new UsageError('--config and --no-config exclude each other');
  if (given.create && given.from) throw new UsageError('--create and --from exclude each other');
  const taskDefinition = given['task-definition'];
  const configuration = createConfiguration({
    file: given['no-config'] ? false : given.config && optionPath(io, given.config),
    override: { taskDefinition: taskDefinition && toUri(optionPath(io, taskDefinition)) },
  });
  const { create, from, service, cluster } = given;
  const subject = readSubject(file, { configuration, io, create, from, service, cluster });
  const scenario = (given.scenario ?? []).map(readScenario);
  if (scenario.length > 0) subject.plan = { ...subject.plan, scenario };
  const seed = readNumber('--seed', given.seed, 0);
  if (seed !== undefined) subject.plan = { ...subject.plan, seed };
  const runs = readNumber('--runs', given.runs, 1);
  if (runs !== undefined && runs > MOST_RUNS) throw new UsageError(`--runs takes at most ${MOST_RUNS}`);
  const report = simulatePlan(subject.plan);
  // A gate that makes no sense is said before anything takes long.
  checkGates(report, undefined, given);
  const many = runs === undefined ? undefined : await runMany(subject.plan, runs, io);
  if (many && many.runs !== runs) return EXIT.interrupted;
  const result: Result = { subject, report, many, gates: checkGates(report, many, given) };
  await write(result, given, io);
  const trouble = configTrouble(configuration, io);
  if (trouble !== EXIT.clean) return trouble;
  return result.gates.every((gate) => gate.holds) ? EXIT.clean : EXIT.findings;
}

/** A run takes well under a millisecond for a usual service. */
const MOST_RUNS = 100_000;

function readNumber(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least)
    throw new UsageError(`${option} wants a whole number from ${least}, not "${text}"`);
  return value;
}

/** In threads of their own when there is much to do. Interrupted, the report has fewer runs. */
async function runMany(plan: Plan, runs: number, io: Io): Promise<ManyReport> {
  return makeManyRuns(plan, runs, io);
}

const WIDTH = 80;

async function write(result: Result, given: Given<typeof OPTIONS>, io: Io): Promise<void> {
  const format = (given.format ?? 'pretty') as FormatName;
  const toFile = given.output !== undefined;
  const paint = toFile ? PLAIN : paintFor(io, (given as { color?: string }).color, io.outIsTerminal);
  const columns = Math.max(40, Math.min(io.columns ?? WIDTH, 100));
  const text = await print(format, result, { paint, columns, events: given.events === true }, io);
  if (!given.output) io.out(text);
  else {
    try {
      writeFileSync(optionPath(io, given.output), text);
    } catch (error) {
      throw new UsageError(`cannot write ${given.output}: ${(error as NodeJS.ErrnoException).code ?? error}`);
    }
  }
}

async function print(format: FormatName, result: Result, how: Parameters<typeof pretty>[1], io: Io): Promise<string> {
  switch (format) {
    case 'pretty':
      return pretty(result, how);
    case 'json':
      return json(result);
    case 'markdown':
      return markdown(result);
    case 'html':
      return html(result);
    case 'github': {
      writeJobSummary(result, io.env.GITHUB_STEP_SUMMARY);
      return github(result, io);
    }
  }
}
