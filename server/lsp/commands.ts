/** Commands that any client may send to workspace/executeCommand. Each answers with plain data. */
export const COMMANDS = {
  /** `[]` or `[uri]`: findings of the workspace or of one file, as `{files: [{uri, definitions, diagnostics}]}`. */
  check: 'ecsPreflight.check',
  /** `[]`: all rules, as `[{id, group, severity, what}]`. */
  rules: 'ecsPreflight.rules',
} as const;
