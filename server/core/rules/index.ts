// Written by `npm run generate`. One line a rule; the order is that of the table in the documentation.
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
];

/** A rule by its id. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
