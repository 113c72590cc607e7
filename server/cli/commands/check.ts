import { writeFileSync } from 'node:fs';
import { createConfiguration, readText, toUri } from '../../config';
import { SEVERITIES, type Severity } from '../../core/finding';
import { PROFILES, type Profile } from '../../core/model/profile';
import { checkFiles, createChecker } from '../check/check-files';
import { configTrouble } from '../check/config-trouble';
import { unifiedDiff } from '../check/diff';
import { fixTargets } from '../check/fix';
import { readOutputs, writeReport } from '../check/outputs';
import { readPrevious } from '../check/previous';
import { FAIL_ON, type FailOn, fails } from '../check/report';
import { gatherTargets, optionPath, type Target } from '../check/targets';
import { defineCommand, type Given } from '../command';
import { FORMATS } from '../format';
import { EXIT, type Io, UsageError } from '../io';

const OPTIONS = {
  format: { short: 'f', value: 'FORMAT', choices: FORMATS, help: 'what to print (default: pretty)' },
  output: { short: 'o', value: 'FORMAT=FILE', many: true, help: 'also write a file, e.g. sarif=findings.sarif' },
  profile: {
    short: 'p',
    value: 'PROFILE',
    choices: ['auto', ...PROFILES],
    help: 'what the files are meant for (default: auto)',
  },
  'task-definition': {
    value: 'FILE',
    help: 'the task definition that the services run, instead of the one found beside them',
  },
  previous: { value: 'FILE|git:REV', help: 'the version before, to check what the update would do' },
  fix: { help: 'make the repairs that are safe, and report what is left' },
  'fix-dry-run': { help: 'print those repairs as a unified diff and change nothing' },
  'fail-on': { value: 'SEVERITY', choices: FAIL_ON, help: 'least severity that makes exit code 1 (default: error)' },
  level: {
    value: 'SEVERITY',
    choices: SEVERITIES,
    help: 'least severity that is shown (default: information; hint in json)',
  },
  'exit-zero': { help: 'exit code 0 whatever is found' },
  'stdin-filename': { value: 'NAME', help: 'what standard input is called: gives it configuration and neighbours' },
  config: {
    short: 'c',
    value: 'FILE',
    help: 'use this configuration instead of the .ecs-preflight.* found by walking up',
  },
  'no-config': { help: 'use no configuration file' },
  quiet: { short: 'q', help: 'findings alone, no summary' },
} as const;

const DETAILS = `
PATHS are files, folders (searched for service definitions), globs, or - for standard input. Without any, the working directory is searched. node_modules, .terraform, cdk.out and the like are skipped, and what .gitignore names.

  ecs-preflight check                                       everything below here
  ecs-preflight check ecs-service-def.yaml --fix
  ecspresso render servicedef | ecs-preflight check - --profile ecspresso
  ecs-preflight check deploy --format github --output sarif=findings.sarif
  ecs-preflight check service.json --previous git:HEAD

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage, unreadable input or a broken configuration.`;

export const check = defineCommand({
  name: 'check',
  args: '[PATHS|GLOBS|-]...',
  summary: 'Report what ECS would refuse or ignore in service definitions.',
  details: DETAILS,
  options: OPTIONS,
  arity: [0, Number.POSITIVE_INFINITY],
  complete: 'files',
  run: runCheck,
});

async function runCheck(args: readonly string[], given: Given<typeof OPTIONS>, io: Io): Promise<number> {
  const outputs = readOutputs(given.format, given.output);
  if (given.config && given['no-config']) throw new UsageError('--config and --no-config exclude each other');
  if (given.fix && given['fix-dry-run']) throw new UsageError('--fix and --fix-dry-run exclude each other');
  const taskDefinition = given['task-definition'];
  const profile = PROFILES.find((p): p is Profile => p === given.profile);
  const configuration = createConfiguration({
    file: given['no-config'] ? false : given.config && optionPath(io, given.config),
    override: { profile, taskDefinition: taskDefinition && toUri(readable(taskDefinition, io)) },
  });
  const { targets, exit: trouble } = gatherTargets(args, io, configuration, given['stdin-filename']);
  const previous = given.previous === undefined ? undefined : readPrevious(given.previous, targets, io);
  const checker = createChecker(targets, { configuration, io, profile, previous });
  const stdout = given.fix || given['fix-dry-run'] ? await repair(targets, checker, given.fix === true, io) : false;
  const files = checkFiles(targets, checker, io);
  const failOn = (given['fail-on'] ?? 'error') as FailOn;
  const report = { files, sourceOf: checker.sourceOf, failOn, hidden: 0 };
  const written = given['fix-dry-run'] ? outputs.filter((o) => o.file !== undefined) : outputs;
  await writeReport(report, written, {
    io,
    color: (given as { color?: string }).color,
    quiet: given.quiet === true,
    level: given.level as Severity | undefined,
    toErr: stdout,
  });
  const exit = Math.max(trouble, configTrouble(configuration, io));
  if (exit !== EXIT.clean) return exit;
  if (given['exit-zero']) return EXIT.clean;
  const found = files.some((file) => file.findings.some((finding) => fails(finding.severity, failOn)));
  return found || (given['fix-dry-run'] && stdout) ? EXIT.findings : EXIT.clean;
}

/** Makes the repairs, or prints them. Returns whether standard output was used for them. */
async function repair(
  targets: readonly Target[],
  checker: Parameters<typeof checkFiles>[1],
  write: boolean,
  io: Io,
): Promise<boolean> {
  const fixed = fixTargets(targets, checker);
  let printed = false;
  for (const { target, before, repairs } of fixed) {
    if (!write) {
      io.out(unifiedDiff(target.display, before, target.text));
      printed = true;
    } else if (!target.stdin) {
      save(target);
      io.err(`ecs-preflight: ${target.display}: ${repairs} repaired\n`);
    }
  }
  for (const target of write ? targets : []) {
    if (!target.stdin) continue;
    io.out(target.text);
    printed = true;
  }
  return printed;
}

function save(target: Target): void {
  try {
    writeFileSync(target.path, target.text);
  } catch (error) {
    throw new UsageError(`cannot write ${target.display}: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
}

function readable(name: string, io: Io): string {
  const path = optionPath(io, name);
  const result = readText(path);
  if (result.text === undefined) throw new UsageError(`--task-definition ${name} ${result.message}`);
  return path;
}
