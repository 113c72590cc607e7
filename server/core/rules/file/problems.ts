import { type Entry, nodeAt, type Span, type SyntaxProblem } from '../../syntax';
import type { Found, RuleContext } from '../rule';

/** What a rule about syntax has to say: the reader's own words at the reader's own place. */
export interface ProblemData {
  message: string;
  span: Span;
  /** The member that it stands in: of two with one name the later. */
  entry: Entry | undefined;
}

/** Codes that have a rule of their own; all others are `invalid-syntax`. */
const OWN_RULE = new Set(['duplicate-key', 'trailing-comma', 'comment-in-json', 'merge-conflict', 'too-large']);

export function problemsOf(ctx: RuleContext, code: string): Found<ProblemData>[] {
  return ctx.file.tree.problems.filter((p) => p.code === code).map((p) => found(p, ctx));
}

export function otherProblems(ctx: RuleContext): Found<ProblemData>[] {
  return ctx.file.tree.problems.filter((p) => !OWN_RULE.has(p.code)).map((p) => found(p, ctx));
}

function found(problem: SyntaxProblem, ctx: RuleContext): Found<ProblemData> {
  const span = { start: problem.start, end: problem.end };
  return {
    at: { fact: ctx.root, span },
    data: { message: problem.message, span, entry: nodeAt(ctx.file.tree, problem.start).entry },
    severity: problem.severity,
    related: (problem.related ?? []).map((r) => ({ at: { fact: ctx.root, span: r.span }, message: r.message })),
  };
}
