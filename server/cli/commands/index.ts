import type { Command } from '../command';
import { check } from './check';
import { completionOf } from './completion';
import { diff } from './diff';
import { explain } from './explain';
import { lsp } from './lsp';
import { rules } from './rules';
import { schema } from './schema';
import { simulate } from './simulate';

/**
 * Every command by name. All in one piece: apart, the modules that they share would start and run more slowly. What
 * costs time of its own, such as Node's child_process, is asked for where it is used.
 */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  simulate,
  diff,
  explain,
  rules,
  schema,
  lsp,
  completion: completionOf(() => Object.values(COMMANDS)),
};
