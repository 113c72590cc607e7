/** Rows of one source of facts, by who can decide them, and what becomes of them. */
export interface CoverageRow {
  /** `rules`: read out of the API documents; `errors`, `recorded`: refusals of the real API on record. */
  source: 'rules' | 'errors' | 'recorded';
  /** Who can decide it: `one file`, `service and task definition`, … `AWS alone`. */
  decided: string;
  rows: number;
  /** Found by a rule. */
  rule: number;
  /** Found by the check against the schema. */
  shape: number;
  /** A default, which hover and hints show. */
  default: number;
  /** Not to be seen in a file, or not to be reported; the ledger has the reason. */
  none: number;
}
