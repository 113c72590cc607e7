import { nearest, readArgs } from './args';
import { COMMANDS } from './commands';
import { help } from './help';
import { EXIT, type Io, UsageError } from './io';
import { VERSION } from './version';

/**
 * Runs one command line (without node and the script's name) and returns the exit code: 0 clean, 1 findings,
 * 2 usage, unreadable input or a bug of ours, 130 interrupted. Never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) io.err(`ecs-preflight: ${error.message}\n`);
    else
      io.err(
        `ecs-preflight: this is a bug of ecs-preflight, please report it.\n${error instanceof Error ? error.stack : error}\n`,
      );
    return EXIT.trouble;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return help(rest[0], name === undefined, io);
  if (name === '--version' || name === '-V' || name === 'version') {
    io.out(`${VERSION}\n`);
    return EXIT.clean;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const near = nearest(name, Object.keys(COMMANDS));
    throw new UsageError(
      `there is no command "${name}"${near ? `; did you mean ${near}?` : ''} (see ecs-preflight --help)`,
    );
  }
  const { args, given } = readArgs(command, rest);
  if (given.help) return help(name, false, io);
  return command.run(args, given, io);
}
