/**
 * The cluster query language: what stands in `placementConstraints[].expression`. The public face of this folder.
 *
 * Invariants: depends on nothing of the product; reading never fails, whatever the text; all offsets count UTF-16
 * units inside the expression; what the documents leave open is never reported as an error; time grows linearly with
 * the text, and no pattern can make matching slow.
 *
 * parseQuery(text)                  -> Query             tree, grammar problems, tokens, what may follow
 * checkQuery(text | Query)          -> QueryProblem[]    grammar and meaning, with fixes
 * completeQuery(text, offset, known)-> QueryCompletion[]
 * hoverQuery(text | Query, offset)  -> QueryHover | undefined
 * evaluateQuery(query, instance)    -> Verdict           true, false or unknown, and why
 * compileQuery(query)               -> (instance) => Truth   the same, for many instances
 * queryDependencies(query)          -> which changing facts of an instance it looks at
 * describeQuery(ast), printQuery(ast) -> plain words, canonical text
 */
export type * from './ast';
export { clausesOf, valuesOf } from './ast';
export { checkQuery } from './check';
export { completeQuery, type KnownNames, type QueryCompletion } from './complete';
export { describeClause, describeQuery } from './describe';
export {
  type CompiledQuery,
  compileQuery,
  evaluateQuery,
  type QueryInstance,
  queryDependencies,
  type Truth,
  type Verdict,
} from './evaluate';
export { hoverQuery, type QueryHover } from './hover';
export { OPERATORS, type OperatorId, type OperatorInfo, operatorInfo } from './operators';
export { parseQuery } from './parser';
export { printQuery } from './print';
export {
  ATTRIBUTES_URL,
  type AttributeInfo,
  attributeInfo,
  BUILT_IN_ATTRIBUTES,
  MAX_EXPRESSION_LENGTH,
  QUERY_LANGUAGE_URL,
  SUBJECTS,
  type SubjectId,
  type SubjectInfo,
  subjectInfo,
} from './subjects';
