import type { Change, Span } from './syntax';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A change that a person may accept. Safe: it keeps the meaning or does the only sensible thing; `--fix` applies only these. */
export interface Fix {
  title: string;
  safe: boolean;
  /** The file to change, when it is not the one with the finding. */
  uri?: string;
  changes: Change[];
}

export interface Related {
  uri: string;
  span: Span;
  message: string;
}

/** Plain data, in offsets. One converter turns it into LSP, one into SARIF, one into text. */
export interface Finding {
  rule: string;
  severity: Severity;
  span: Span;
  message: string;
  /** JSON pointer into the document, with the document index in front in a multi-document file. */
  path: string;
  related: Related[];
  tags: ('unnecessary' | 'deprecated')[];
  /** Built on demand: most findings are looked at, few are fixed. */
  fixes: () => Fix[];
}

/** A finding and the file it stands in. */
export type PlacedFinding = Finding & { uri: string };
