import type { CancellationToken, ProgressToken } from 'vscode-languageserver';

/** How a command was asked for, beside its arguments. */
export interface Request {
  token: CancellationToken;
  /** Where the client wants to hear how far it is. */
  workDoneToken: ProgressToken | undefined;
}

/** A request of the server in a worker to the extension that started it: the text of dist/simulator.js, for workers of its own. */
export const SIMULATOR_REQUEST = 'ecsPreflight/simulatorScript';

/** Commands that any client may send to workspace/executeCommand. Each answers with plain data. */
export const COMMANDS = {
  /** `[]` or `[uri]`: findings of the workspace or of one file, as `{files: [{uri, definitions, diagnostics}]}`. */
  check: 'ecsPreflight.check',
  /** `[]`: all rules, as `[{id, group, severity, what}]`. */
  rules: 'ecsPreflight.rules',
  /** `[]`: beginnings of service definitions, as `[{id, title, detail, yaml, json}]`; the texts are snippets. */
  skeletons: 'ecsPreflight.skeletons',
  /** `[uri, {prefix?, text?}]`: the predicted rollout of a service, as `RolloutAnswer`; with `text` of another version of the file. */
  preview: 'ecsPreflight.preview',
  /** `[uri, {prefix?}]`: shows the report in Markdown where the client can; answers `{uri}` of it. */
  report: 'ecsPreflight.report',
  /** `[uri, prefix, pointer]`: where a member stands, as a Location. */
  locate: 'ecsPreflight.locate',
  /** `[uri, prefix, [{pointer, value}]]`: the WorkspaceEdit that gives members these values. */
  edit: 'ecsPreflight.edit',
  /** `[plan]`: the report of any plan. */
  simulate: 'ecsPreflight.simulate',
  /** `[plan, {runs?}]`: odds and quantiles of many runs, with work done progress; cancelled, an error as of any request, with the odds of the runs that were made as its data. */
  simulateMany: 'ecsPreflight.simulateMany',
  /** `[uri, {prefix?, plan?}]`: the rollout as the text of one HTML document. */
  page: 'ecsPreflight.page',
  /** `[uri, {prefix?, plan?}]`: writes that document aside and shows it in a browser; answers `{uri}` of it. */
  showPage: 'ecsPreflight.showPage',
} as const;
