/**
 * The ledger: what becomes of every rule that was read out of the documents and of every recorded error.
 * `rule`: a rule of ours finds it; `shape`: a check against the schema finds it (the id of that rule); `default`: it is
 * the default of a member, which hover and hints show; `none`: no file can show it, or it must not be reported, and why.
 */
export interface LedgerRow {
  /** `R269`, `error:launch-and-cps`, `recorded:pf-ecs-…`; `error:taskDefinition[0]` … for the errors about task definitions. */
  id: string;
  by: { rule: string } | { shape: string } | { default: string } | { none: string };
  /** A whole definition in YAML that must give the finding, where the row's own snippet is only a fragment. */
  example?: string;
  taskDefinition?: string;
  previous?: string;
  previousTaskDefinition?: string;
  /** Further files of the workspace by name. */
  beside?: Readonly<Record<string, string>>;
  profile?: 'create-service' | 'update-service' | 'ecspresso' | 'describe-services';
}

/** The id of the rule that answers for a row, if one does. */
export function ruleOf({ by }: LedgerRow): string | undefined {
  if ('rule' in by) return by.rule;
  return 'shape' in by ? by.shape : undefined;
}
