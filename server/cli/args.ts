import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import type { Command, Given, Options } from './command';
import { UsageError } from './io';

/** `--help` and `--color` are known to every command. */
export const COMMON: Options = {
  color: { value: 'WHEN', choices: ['auto', 'always', 'never'], help: 'colours and underlines (auto: on a terminal)' },
  help: { short: 'h', help: 'show this help' },
};

/** Reads the arguments of a command against its table; throws UsageError with a suggestion for what is wrong. */
export function readArgs(command: Command, argv: readonly string[]): { args: string[]; given: Given<Options> } {
  const options: Options = { ...command.options, ...COMMON };
  const config = Object.fromEntries(
    Object.entries(options).map(([name, o]) => [
      name,
      {
        type: o.value ? ('string' as const) : ('boolean' as const),
        multiple: o.many === true,
        ...(o.short && { short: o.short }),
      },
    ]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: Record<string, string | string[] | boolean> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw new UsageError(unknownOption(token.rawName, Object.keys(options), command.name));
    const value = checkValue(token.rawName, token.value, option.value, option.choices);
    const before = given[token.name];
    given[token.name] = option.many ? [...(Array.isArray(before) ? before : []), value as string] : value;
  }
  if (!given.help) checkArity(command, positionals);
  return { args: positionals, given: given as Given<Options> };
}

function checkValue(
  raw: string,
  value: string | undefined,
  wanted: string | undefined,
  choices?: readonly string[],
): string | boolean {
  if (!wanted) {
    if (value !== undefined) throw new UsageError(`${raw} is a switch and takes no value ("${value}" was given)`);
    return true;
  }
  if (value === undefined) throw new UsageError(`${raw} needs a value: ${raw} ${choices?.join('|') ?? wanted}`);
  // strict: false lets an option swallow the next one.
  if (value.startsWith('--'))
    throw new UsageError(
      `${raw} needs a value, and "${value}" looks like an option; write ${raw}=${value} if it is one`,
    );
  if (choices && !choices.includes(value)) {
    const near = nearest(value, choices);
    throw new UsageError(
      `${raw} does not know "${value}"${near ? `; did you mean ${near}?` : ''} It takes ${choices.join(', ')}`,
    );
  }
  return value;
}

function unknownOption(raw: string, known: readonly string[], command: string): string {
  const near = nearest(raw.replace(/^-+/, ''), known);
  return `there is no option ${raw}${near ? `; did you mean --${near}?` : ''} (see ecs-preflight ${command} --help)`;
}

function checkArity(command: Command, args: readonly string[]): void {
  const [fewest, most] = command.arity;
  if (args.length < fewest) throw new UsageError(`ecs-preflight ${command.name} needs ${command.args}`);
  if (args.length > most)
    throw new UsageError(
      `ecs-preflight ${command.name} takes ${most === 0 ? 'no argument' : `at most ${most}`}, got "${args[most]}"`,
    );
}

/** The candidate that was probably meant, within a third of its length in edits. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = distance(word, candidate);
    if (edits < least && edits <= Math.max(1, Math.ceil(candidate.length / 3))) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}
