import { parse, stringify } from 'yaml';
import type { Profile } from '../../../server/core/model/profile';
import type { Example } from '../../../server/core/rules/rule';
import { complete } from '../../ledger/complete';

/**
 * Cases at the edge of a rule: the last value that is fine and the first that is not, what each condition is for, what is
 * not known. Too many and too small for the page of the rule. `speaks`: the rule says something; `silent`: it does not.
 */
export type Edges = Readonly<Record<string, { speaks?: readonly Case[]; silent?: readonly Case[] }>>;

/** A fragment in flow YAML, completed to a whole service; or a whole file when it begins otherwise. */
export type Case = string | CaseWithFiles;

export interface CaseWithFiles {
  text: string;
  /** A fragment too. */
  taskDefinition?: string;
  profile?: Profile;
  previous?: string;
  /** A fragment of a task definition. */
  previousTaskDefinition?: string;
  /** Other files by name, whole. */
  beside?: Readonly<Record<string, string>>;
}

/** A template, as ecspresso has them: nothing is known of the value. */
export const TEMPLATE = "'{{ must_env `X` }}'";

const TASK_DEFINITION = { family: 'web', containerDefinitions: [{ name: 'web', image: 'web:1', memory: 128 }] };

/** The whole files of a case. */
export function filesOf(one: Case): Example {
  const { text, taskDefinition, previous, previousTaskDefinition, ...rest }: CaseWithFiles =
    typeof one === 'string' ? { text: one } : one;
  return {
    ...rest,
    text: complete(text) ?? text,
    ...(taskDefinition !== undefined && { taskDefinition: wholeTaskDefinition(taskDefinition) }),
    ...(previousTaskDefinition !== undefined && {
      previousTaskDefinition: wholeTaskDefinition(previousTaskDefinition),
    }),
    ...(previous !== undefined && { previous: complete(previous) ?? previous }),
  };
}

function wholeTaskDefinition(fragment: string): string {
  if (!fragment.startsWith('{')) return fragment;
  return stringify({ ...TASK_DEFINITION, ...(parse(fragment) as object) });
}
