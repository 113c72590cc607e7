import type { Finding } from '../finding';
import { type Comment, positionAt, type Tree } from '../syntax';

/**
 * Suppression by comment, in both syntaxes that have comments:
 * `# ecs-preflight-disable-next-line RULE, RULE -- why`, `# ecs-preflight-disable-line RULE -- why`,
 * `# ecs-preflight-disable RULE -- why` (the whole file). Without a rule name all rules are meant.
 */
export interface Suppression {
  comment: Comment;
  scope: 'next-line' | 'line' | 'file';
  /** Rule ids; empty: every rule. */
  rules: string[];
  why: string;
  line: number;
  used: boolean;
}

const SUPPRESSION = /^ecs-preflight-disable(-next-line|-line)?(?![\w-])\s*(.*)$/s;

export function suppressionsIn(tree: Tree): Suppression[] {
  return tree.comments.flatMap((comment) => {
    const match = SUPPRESSION.exec(comment.text);
    if (!match) return [];
    const [names = '', why = ''] = (match[2] ?? '').split(/\s+--\s+/);
    const scope = match[1] === '-next-line' ? 'next-line' : match[1] === '-line' ? 'line' : 'file';
    const rules = names.split(/[\s,]+/).filter(Boolean);
    return [{ comment, scope, rules, why: why.trim(), line: positionAt(tree, comment.start).line, used: false }];
  });
}

/** The findings that no suppression covers; marks the suppressions that were used. Linear in both together. */
export function applySuppressions<F extends Finding>(tree: Tree, findings: F[], suppressions: Suppression[]): F[] {
  if (suppressions.length === 0) return findings;
  const waiting = new Map<string, Suppression[]>();
  for (const suppression of suppressions)
    for (const key of keysOf(suppression)) {
      const same = waiting.get(key);
      if (same) same.push(suppression);
      else waiting.set(key, [suppression]);
    }
  return findings.filter(({ rule, span }) => {
    const { line } = positionAt(tree, span.start);
    const covering = [`${line} ${rule}`, `${line} `, ` ${rule}`, ' '].filter((key) => waiting.has(key));
    for (const key of covering) {
      for (const suppression of waiting.get(key) ?? []) suppression.used = true;
      // Marked once is enough.
      waiting.set(key, []);
    }
    return covering.length === 0;
  });
}

/** A line, or none for the whole file, and a rule, or none for all. */
function keysOf({ scope, line, rules }: Suppression): string[] {
  const where = scope === 'file' ? '' : String(line + (scope === 'next-line' ? 1 : 0));
  return (rules.length > 0 ? rules : ['']).map((rule) => `${where} ${rule}`);
}
