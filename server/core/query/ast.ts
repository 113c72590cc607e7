/**
 * What a cluster query means, as plain data. Offsets count UTF-16 units inside the expression string.
 */
import type { OperatorId } from './operators';
import type { SubjectId } from './subjects';

/** Half-open range of offsets inside the expression. */
export interface Span {
  start: number;
  end: number;
}

export type Expr = OrExpr | AndExpr | NotExpr | GroupExpr | Clause | MissingExpr;

export interface OrExpr extends Span {
  kind: 'or';
  /** Two or more. */
  terms: Expr[];
  /** Where each `or` / `||` stands: one fewer than terms. */
  connectors: Span[];
}

export interface AndExpr extends Span {
  kind: 'and';
  terms: Expr[];
  connectors: Span[];
}

export interface NotExpr extends Span {
  kind: 'not';
  connector: Span;
  body: Expr;
}

/** `( … )`. Kept in the tree so that a hover can show it and the text can be written back as it was meant. */
export interface GroupExpr extends Span {
  kind: 'group';
  body: Expr;
}

export interface Clause extends Span {
  kind: 'clause';
  subject: Subject;
  /** Missing while it is being typed. */
  operator?: Operator;
  argument?: Argument;
}

/** A clause was expected here; zero width. */
export interface MissingExpr extends Span {
  kind: 'missing';
}

export interface Subject extends Span {
  text: string;
  id: SubjectId | 'unknown';
  /** The part after `attribute:`. */
  attribute?: string;
}

export interface Operator extends Span {
  text: string;
  /** Undefined when the text is no operator and resembles none. */
  id?: OperatorId;
}

export type Argument = Value | List;

export interface Value extends Span {
  kind: 'value';
  /** Without the quotes. */
  value: string;
  quote?: "'" | '"';
}

export interface List extends Span {
  kind: 'list';
  items: Value[];
}

export type TokenType = 'subject' | 'operator' | 'value' | 'connector' | 'punctuation' | 'unexpected';

export interface Token extends Span {
  type: TokenType;
}

/** error: the documented grammar has no such form; warning: it can never do what it seems to; hint: it works but misleads. */
export type QuerySeverity = 'error' | 'warning' | 'hint';

export interface QueryFix extends Span {
  title: string;
  newText: string;
}

export interface QueryProblem extends Span {
  /** Stable kebab-case code. */
  code: string;
  severity: QuerySeverity;
  /** What is wrong, why it matters, what to do. */
  message: string;
  fix?: QueryFix;
}

/** What the grammar would take after the last character of the text. */
export type Expectation =
  | { kind: 'clause'; open: number }
  | { kind: 'operator'; subject: Subject }
  | { kind: 'argument'; subject: Subject; operator: Operator; inList: boolean; given: string[] }
  | { kind: 'list-separator' }
  | { kind: 'connector'; open: number };

export interface Query {
  text: string;
  ast: Expr;
  /** Grammar problems alone; checkQuery adds what the words mean. */
  problems: QueryProblem[];
  tokens: Token[];
  /** Undefined when the text ends inside an unclosed quote. */
  expected?: Expectation;
}

/** Every clause of the tree, in the order of the text. */
export function clausesOf(expr: Expr): Clause[] {
  switch (expr.kind) {
    case 'or':
    case 'and':
      return expr.terms.flatMap(clausesOf);
    case 'not':
    case 'group':
      return clausesOf(expr.body);
    case 'clause':
      return [expr];
    case 'missing':
      return [];
  }
}

/** The values of an argument, one for a single value. */
export function valuesOf(argument: Argument | undefined): Value[] {
  if (!argument) return [];
  return argument.kind === 'list' ? argument.items : [argument];
}
