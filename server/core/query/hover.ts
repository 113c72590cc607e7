/** What the clause under the cursor asks, in plain words. */
import type { AndExpr, Clause, Expr, NotExpr, OrExpr, Query, Span } from './ast';
import { describeClause, describeQuery } from './describe';
import { operatorInfo } from './operators';
import { parseQuery } from './parser';
import { ATTRIBUTES_URL, attributeInfo, QUERY_LANGUAGE_URL, subjectInfo } from './subjects';

export interface QueryHover extends Span {
  /** Markdown. */
  text: string;
}

/** The explanation at an offset, with the part of the expression it is about; undefined where there is nothing to say. */
export function hoverQuery(query: Query | string, offset: number): QueryHover | undefined {
  const parsed = typeof query === 'string' ? parseQuery(query) : query;
  return hoverAt(parsed.ast, offset);
}

function hoverAt(expr: Expr, offset: number): QueryHover | undefined {
  if (offset < expr.start || offset > expr.end) return undefined;
  switch (expr.kind) {
    case 'or':
    case 'and':
      return firstOf(expr.terms, offset) ?? aboutJoin(expr, offset);
    case 'not':
      return covers(expr.connector, offset) ? aboutNot(expr) : hoverAt(expr.body, offset);
    case 'group':
      return (
        hoverAt(expr.body, offset) ?? { start: expr.start, end: expr.end, text: sentence(describeQuery(expr.body)) }
      );
    case 'clause':
      return aboutClause(expr, offset);
    case 'missing':
      return undefined;
  }
}

function firstOf(terms: readonly Expr[], offset: number): QueryHover | undefined {
  for (const term of terms) {
    const hover = hoverAt(term, offset);
    if (hover) return hover;
  }
  return undefined;
}

function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end && span.end > span.start;
}

function aboutJoin(expr: OrExpr | AndExpr, offset: number): QueryHover | undefined {
  const connector = expr.connectors.find((span) => covers(span, offset));
  if (!connector) return undefined;
  const rule = expr.kind === 'and' ? 'Every one of these clauses must hold:' : 'One of these clauses must hold:';
  const list = expr.terms.map((term) => `- ${describeQuery(term)}`).join('\n');
  return { start: connector.start, end: connector.end, text: `${rule}\n${list}` };
}

function aboutNot(expr: NotExpr): QueryHover {
  return {
    start: expr.connector.start,
    end: expr.connector.end,
    text: `The opposite of what follows: ${describeQuery(expr)}.\n\nAn instance of which it is unknown stays unknown.`,
  };
}

function aboutClause(clause: Clause, offset: number): QueryHover {
  const { subject, operator } = clause;
  const onOperator = operator && covers(operator, offset) && !covers(subject, offset);
  const meaning = sentence(`The task goes only to instances where ${describeClause(clause)}`);
  const notes = onOperator ? operatorNotes(clause) : subjectNotes(clause);
  return { start: clause.start, end: clause.end, text: notes ? `${meaning}\n\n${notes}` : meaning };
}

function operatorNotes({ operator }: Clause): string | undefined {
  if (!operator?.id) return undefined;
  const info = operatorInfo(operator.id);
  const names = info.symbol === info.id ? `\`${info.symbol}\`` : `\`${info.symbol}\`, also written \`${info.id}\``;
  return `${names}: ${info.doc}\n\n[Cluster query language](${QUERY_LANGUAGE_URL})`;
}

function subjectNotes({ subject }: Clause): string | undefined {
  if (subject.id === 'unknown') return undefined;
  const builtIn = subject.id === 'attribute' ? attributeInfo(subject.attribute) : undefined;
  if (builtIn) return `\`${subject.text}\`: ${builtIn.doc}\n\n[Attributes](${ATTRIBUTES_URL})`;
  return `\`${subject.text}\`: ${subjectInfo(subject.id).doc}\n\n[Cluster query language](${QUERY_LANGUAGE_URL})`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
