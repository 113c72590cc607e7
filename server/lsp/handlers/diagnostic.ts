import type {
  CancellationToken,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Context, Handler } from '../context';
import type { Report } from '../diagnostics';
import { pause } from '../pause';
import { toCoreUri } from '../uri';

export const documentDiagnostic: Handler<DocumentDiagnosticParams, DocumentDiagnosticReport> =
  (context) =>
  async ({ textDocument, previousResultId }) => {
    const uri = toCoreUri(textDocument.uri);
    const snapshot = await context.snapshot(textDocument.uri);
    const report = context.diagnostics.report(uri, snapshot, context.documents.get(uri) !== undefined);
    return context.diagnostics.answer(report, previousResultId);
  };

/**
 * Findings of the files that are not open. The first answer comes when the workspace was searched; a client that asks
 * again with nothing changed is answered when something on disk does, so that nobody polls.
 */
export const workspaceDiagnostic: Handler<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport> = (context) => {
  const known: Known = new Map();
  return async ({ previousResultIds }, token) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [toCoreUri(uri), value]));
    // What a person looks at comes first: the open documents are asked for at the same moment.
    await pause(START_DELAY);
    await context.scan.done(token);
    while (!token.isCancellationRequested) {
      const items = await reports(context, known, previous, token);
      const news = items.some((item) => item.kind === 'full');
      if (news || previous.size === 0 || !context.client.registersWatchers) return { items };
      if (!(await context.changes.next(token))) break;
    }
    return { items: [] };
  };
};

type Known = Map<string, { report: Report; diskGeneration: number }>;

/** Milliseconds. */
const START_DELAY = 100;
const SLICE = 15;

async function reports(
  context: Context,
  known: Known,
  previous: ReadonlyMap<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const { documents, world, diagnostics, platform } = context;
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  let turn = platform.now();
  for (const uri of new Set([...world.known, ...previous.keys()])) {
    if (documents.get(uri)) continue;
    const report = reportOf(context, known, uri);
    items.push({ uri: documents.spelling(uri), version: null, ...diagnostics.answer(report, previous.get(uri)) });
    if (platform.now() - turn < SLICE) continue;
    await pause(0);
    if (token.isCancellationRequested) break;
    turn = platform.now();
  }
  return items;
}

/** Unsaved edits elsewhere do not disturb files that nobody looks at; what is on disk does. */
function reportOf({ world, diagnostics }: Context, known: Known, uri: string): Report {
  const last = known.get(uri);
  if (last?.diskGeneration === world.diskGeneration) return last.report;
  const snapshot = world.known.has(uri) ? world.snapshot(uri) : undefined;
  const report = diagnostics.report(uri, snapshot, false);
  known.set(uri, { report, diskGeneration: world.diskGeneration });
  return report;
}
