import type { Io } from './io';

/** One option of a command; parsing, help and shell completion are made from it. */
export interface Option {
  /** One letter. */
  short?: string;
  /** Name of the value in the help; absent: a switch. */
  value?: string;
  /** May be given more than once. */
  many?: true;
  choices?: readonly string[];
  help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** What was given: a string, true for a switch, a list for an option that may be repeated. */
export type Given<O extends Options> = {
  readonly [K in keyof O]:
    | (O[K] extends { value: string } ? (O[K] extends { many: true } ? string[] : string) : boolean)
    | undefined;
};

/** One command, one file in `commands/`. */
export interface Command<O extends Options = Options> {
  name: string;
  /** Arguments as the help shows them: `[paths|globs|-]...`. */
  args: string;
  /** One line. */
  summary: string;
  /** Paragraphs and examples under the options. */
  details?: string;
  options: O;
  /** Fewest and most positional arguments. */
  arity: readonly [number, number];
  /** What to complete for positional arguments. */
  complete?: 'files' | 'rules' | readonly string[];
  /** Returns the exit code. */
  run(args: readonly string[], given: Given<O>, io: Io): number | Promise<number>;
}

export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return command as unknown as Command;
}
