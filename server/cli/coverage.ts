import type { Rule } from '../core/rules/rule';
import { count } from './text';

/** How many facts of each kind the rules stand on. */
export interface Coverage {
  rules: number;
  /** Rows of the CreateService rule set. */
  rows: number;
  /** Errors on record from the API. */
  recorded: number;
  /** Members and limits that the API has today and older references lack. */
  today: number;
  /** Facts that the simulator computes. */
  simulated: number;
  other: number;
}

/** Counted from what the rules themselves name as their sources, each fact once. */
export function coverageOf(rules: readonly Rule[]): Coverage {
  const sources = [...new Set(rules.flatMap((rule) => rule.sources))];
  const kinds = sources.map(kindOf);
  const of = (kind: string) => kinds.filter((k) => k === kind).length;
  return {
    rules: rules.length,
    rows: of('rows'),
    recorded: of('recorded'),
    today: of('today'),
    simulated: of('simulated'),
    other: of('other'),
  };
}

function kindOf(source: string): Exclude<keyof Coverage, 'rules'> {
  if (/^R\d+$/.test(source)) return 'rows';
  if (source.startsWith('error:') || source.startsWith('recorded:')) return 'recorded';
  if (source.startsWith('today:')) return 'today';
  return source.startsWith('simulator') ? 'simulated' : 'other';
}

export function printCoverage(coverage: Coverage): string {
  const { rules, rows, recorded, today, simulated, other } = coverage;
  const lines: [number, string][] = [
    [rows, 'rows of the CreateService rule set'],
    [recorded, 'errors on record from the API'],
    [today, 'members and limits that came to the API lately'],
    [simulated, 'facts that the simulator computes'],
    [other, 'documents and public issues'],
  ];
  return [
    `${count(rules, 'rule')}, standing on`,
    ...lines.filter(([n]) => n > 0).map(([n, text]) => `  ${String(n).padStart(4)}  ${text}`),
    '',
  ].join('\n');
}
