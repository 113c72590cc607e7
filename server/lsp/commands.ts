/** Commands that any client may send to workspace/executeCommand. Each answers with plain data. */
export const COMMANDS = {
  /** `[]` or `[uri]`: findings of the workspace or of one file, as `{files: [{uri, definitions, diagnostics}]}`. */
  check: 'ecsPreflight.check',
  /** `[]`: all rules, as `[{id, group, severity, what}]`. */
  rules: 'ecsPreflight.rules',
  /** `[uri, {prefix?}]`: the predicted rollout of a service, as `RolloutAnswer`. */
  preview: 'ecsPreflight.preview',
  /** `[uri, {prefix?}]`: shows the report in Markdown where the client can; answers `{uri}` of it. */
  report: 'ecsPreflight.report',
  /** `[uri, prefix, pointer]`: where a member stands, as a Location. */
  locate: 'ecsPreflight.locate',
  /** `[uri, prefix, [{pointer, value}]]`: the WorkspaceEdit that gives members these values. */
  edit: 'ecsPreflight.edit',
} as const;
