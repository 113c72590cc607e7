// Written by `npm run generate`. One line a rule; the order is that of the table in the documentation.
import commentInJson from './file/comment-in-json';
import duplicateKey from './file/duplicate-key';
import invalidSyntax from './file/invalid-syntax';
import mergeConflict from './file/merge-conflict';
import trailingComma from './file/trailing-comma';
import duplicateItem from './shape/duplicate-item';
import emptyString from './shape/empty-string';
import missingMember from './shape/missing-member';
import notAListedValue from './shape/not-a-listed-value';
import notAStep from './shape/not-a-step';
import notOneOf from './shape/not-one-of';
import nullValue from './shape/null-value';
import outOfRange from './shape/out-of-range';
import outputOnlyMember from './shape/output-only-member';
import schemaKey from './shape/schema-key';
import unknownMember from './shape/unknown-member';
import wrongCaseMember from './shape/wrong-case-member';
import wrongCount from './shape/wrong-count';
import wrongLength from './shape/wrong-length';
import wrongPattern from './shape/wrong-pattern';
import wrongType from './shape/wrong-type';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
  commentInJson as Rule,
  duplicateKey as Rule,
  invalidSyntax as Rule,
  mergeConflict as Rule,
  trailingComma as Rule,
  duplicateItem as Rule,
  emptyString as Rule,
  missingMember as Rule,
  notAListedValue as Rule,
  notAStep as Rule,
  notOneOf as Rule,
  nullValue as Rule,
  outOfRange as Rule,
  outputOnlyMember as Rule,
  schemaKey as Rule,
  unknownMember as Rule,
  wrongCaseMember as Rule,
  wrongCount as Rule,
  wrongLength as Rule,
  wrongPattern as Rule,
  wrongType as Rule,
];

/** A rule by its id. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
