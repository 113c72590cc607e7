import { COMMON } from './args';
import type { Command, Option, Options } from './command';
import { COMMANDS } from './commands';
import { EXIT, type Io, UsageError } from './io';
import { wrap } from './text';
import { VERSION } from './version';

const WIDTH = 100;

/** Shows the help of a command, or the overview. Without a command at all it goes to stderr with exit code 2. */
export function help(name: string | undefined, nothingAsked: boolean, io: Io): number {
  if (name !== undefined) {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`there is no command "${name}" (see ecs-preflight --help)`);
    io.out(commandHelp(command));
    return EXIT.clean;
  }
  const text = overview(Object.values(COMMANDS));
  if (!nothingAsked) io.out(text);
  else io.err(text);
  return nothingAsked ? EXIT.trouble : EXIT.clean;
}

function overview(commands: readonly Command[]): string {
  return [
    `ecs-preflight ${VERSION}: see what Amazon ECS will do with a service definition before you deploy it.`,
    '',
    'Usage: ecs-preflight COMMAND [arguments]',
    '',
    ...table(commands.map((c) => [c.name, c.summary])),
    '',
    '  ecs-preflight COMMAND --help   what a command takes',
    '  ecs-preflight --version',
    '',
    'Exit codes: 0 nothing found, 1 findings, 2 usage or unreadable input.',
    '',
  ].join('\n');
}

function commandHelp(command: Command): string {
  const options: Options = { ...command.options, ...COMMON };
  const lines = [
    command.summary,
    '',
    `Usage: ecs-preflight ${command.name} ${command.args} [options]`.replace(/ {2,}/g, ' '),
    '',
    ...table(Object.entries(options).map(([name, option]) => [synopsis(name, option), describe(option)])),
    '',
  ];
  for (const line of command.details?.trim().split('\n') ?? [])
    lines.push(...(line.startsWith(' ') ? [line] : wrap(line, WIDTH)));
  if (command.details) lines.push('');
  return lines.join('\n');
}

function synopsis(name: string, option: Option): string {
  return `${option.short ? `-${option.short}, ` : ''}--${name}${option.value ? ` ${option.value}` : ''}`;
}

function describe(option: Option): string {
  const choices =
    option.choices && !option.choices.every((c) => option.help.includes(c)) ? ` [${option.choices.join('|')}]` : '';
  return `${option.help}${choices}${option.many ? ' (repeatable)' : ''}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([name]) => name.length));
  return rows.flatMap(([name, text]) =>
    wrap(text, WIDTH - left - 4).map((line, i) => `  ${(i === 0 ? name : '').padEnd(left)}  ${line}`),
  );
}
