/** Tree to text, in the short spelling, with the parentheses that the precedence demands. */
import type { Argument, Clause, Expr, Value } from './ast';
import { operatorInfo } from './operators';

/**
 * Writes a tree as an expression. A tree without missing parts reads back as the same tree, groups that only the
 * precedence demanded aside; missing parts are left out.
 */
export function printQuery(expr: Expr): string {
  switch (expr.kind) {
    case 'or':
      return expr.terms.map(printQuery).filter(Boolean).join(' or ');
    case 'and':
      return expr.terms
        .map((term) => bracket(term, term.kind === 'or'))
        .filter(Boolean)
        .join(' and ');
    case 'not':
      return `not ${bracket(expr.body, expr.body.kind === 'or' || expr.body.kind === 'and')}`;
    case 'group':
      return `(${printQuery(expr.body)})`;
    case 'clause':
      return printClause(expr);
    case 'missing':
      return '';
  }
}

function bracket(expr: Expr, needed: boolean): string {
  const text = printQuery(expr);
  return needed ? `(${text})` : text;
}

function printClause(clause: Clause): string {
  const operator = clause.operator?.id ? operatorInfo(clause.operator.id).symbol : clause.operator?.text;
  return [clause.subject.text, operator, clause.argument && printArgument(clause.argument)].filter(Boolean).join(' ');
}

function printArgument(argument: Argument): string {
  return argument.kind === 'list' ? `[${argument.items.map(printValue).join(', ')}]` : printValue(argument);
}

/** Keeps the quotes a value was written with; adds them only where the bare text would read differently. */
function printValue(value: Value): string {
  const quote = value.quote ?? (needsQuotes(value.value) ? quoteFor(value.value) : '');
  return `${quote}${value.value}${quote}`;
}

function needsQuotes(text: string): boolean {
  return text === '' || /^(and|or)$/i.test(text) || /[\s,()[\]{}'"&|\\]/.test(text);
}

/** The quote to write around a text: the one that does not occur in it. */
export function quoteFor(text: string): "'" | '"' {
  return text.includes("'") ? '"' : "'";
}
