/**
 * The operators of the cluster query language, in their two spellings.
 * Source: ECS Developer Guide, cluster-query-language (read in its 2023 form, doc_source/cluster-query-language.md).
 */

export type OperatorId =
  | 'equals'
  | 'not_equals'
  | 'greater_than'
  | 'greater_than_equal'
  | 'less_than'
  | 'less_than_equal'
  | 'exists'
  | 'not_exists'
  | 'in'
  | 'not_in'
  | 'matches'
  | 'not_matches';

export interface OperatorInfo {
  id: OperatorId;
  /** The short spelling, which we offer and print. */
  symbol: string;
  takes: 'value' | 'number' | 'list' | 'pattern' | 'nothing';
  doc: string;
  /** How it reads between a subject and a value. */
  phrase: string;
  /** How the opposite reads, for explaining why a clause does not hold. */
  phraseNot: string;
}

export const OPERATORS: readonly OperatorInfo[] = [
  op('equals', '==', 'value', 'Holds when the value is exactly this text.', 'is', 'is not'),
  op('not_equals', '!=', 'value', 'Holds when there is a value and it is not this text.', 'is not', 'is'),
  op(
    'greater_than',
    '>',
    'number',
    'Holds when the value is larger (a version: newer, a date: later).',
    'is above',
    'is not above',
  ),
  op('greater_than_equal', '>=', 'number', 'Holds when the value is this one or larger.', 'is at least', 'is below'),
  op(
    'less_than',
    '<',
    'number',
    'Holds when the value is smaller (a version: older, a date: earlier).',
    'is below',
    'is not below',
  ),
  op('less_than_equal', '<=', 'number', 'Holds when the value is this one or smaller.', 'is at most', 'is above'),
  op(
    'exists',
    'exists',
    'nothing',
    'Holds when the instance has this attribute, whatever its value.',
    'is set',
    'is not set',
  ),
  op(
    'not_exists',
    '!exists',
    'nothing',
    'Holds when the instance does not have this attribute.',
    'is not set',
    'is set',
  ),
  op('in', 'in', 'list', 'Holds when the value is one of a list: `in [a, b]`.', 'is one of', 'is none of'),
  op(
    'not_in',
    '!in',
    'list',
    'Holds when there is a value and it is not in the list: `!in [a, b]`.',
    'is none of',
    'is one of',
  ),
  op(
    'matches',
    '=~',
    'pattern',
    'Holds when the whole value matches a Java regular expression: `=~ t3.*`.',
    'matches',
    'does not match',
  ),
  op(
    'not_matches',
    '!~',
    'pattern',
    'Holds when there is a value and it does not match the Java regular expression.',
    'does not match',
    'matches',
  ),
];

function op(
  id: OperatorId,
  symbol: string,
  takes: OperatorInfo['takes'],
  doc: string,
  phrase: string,
  phraseNot: string,
): OperatorInfo {
  return { id, symbol, takes, doc, phrase, phraseNot };
}

const byId = new Map(OPERATORS.map((o) => [o.id, o]));

export function operatorInfo(id: OperatorId): OperatorInfo {
  return byId.get(id) as OperatorInfo;
}

/** Exact spellings, symbols and words alike. */
export const OPERATOR_TEXTS: ReadonlyMap<string, OperatorId> = new Map(
  OPERATORS.flatMap((o): [string, OperatorId][] => [
    [o.symbol, o.id],
    [o.id, o.id],
  ]),
);

/** What people write out of habit from other languages, and what they mean by it. */
export const MISTAKEN_OPERATORS: ReadonlyMap<string, OperatorId> = new Map([
  ['=', 'equals'],
  ['===', 'equals'],
  ['=!', 'not_equals'],
  ['!==', 'not_equals'],
  ['<>', 'not_equals'],
  ['=>', 'greater_than_equal'],
  ['=<', 'less_than_equal'],
  ['~', 'matches'],
  ['~=', 'matches'],
  ['~~', 'matches'],
  ['!=~', 'not_matches'],
  ['!~=', 'not_matches'],
  ['~!', 'not_matches'],
  ['is', 'equals'],
  ['eq', 'equals'],
  ['equal', 'equals'],
  ['ne', 'not_equals'],
  ['neq', 'not_equals'],
  ['gt', 'greater_than'],
  ['ge', 'greater_than_equal'],
  ['gte', 'greater_than_equal'],
  ['lt', 'less_than'],
  ['le', 'less_than_equal'],
  ['lte', 'less_than_equal'],
  ['like', 'matches'],
  ['match', 'matches'],
  ['regex', 'matches'],
  ['contains', 'matches'],
  ['!matches', 'not_matches'],
  ['!equals', 'not_equals'],
  ['notin', 'not_in'],
  ['notexists', 'not_exists'],
  ['exist', 'exists'],
  ['!exist', 'not_exists'],
] as const);
