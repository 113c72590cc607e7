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
      const { count } = context.changes;
      const items = await reports(context, known, previous, token);
      const news = items.some((item) => item.kind === 'full');
      if (news || previous.size === 0 || !context.client.registersWatchers) return { items };
      if (count === context.changes.count && !(await context.changes.next(token))) break;
    }
    return { items: [] };
  };
};

/** What was said of each file that is not open, and what it was said for. */
type Known = Map<string, Said>;

interface Said {
  report: Report;
  diskGeneration: number;
  /** Task definitions that the file runs. */
  beside: readonly string[];
  /** Which of them were open, and in which version. */
  versions: string;
}

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

/**
 * A service follows its task definition, unsaved text before the disk. Other unsaved edits do not disturb files that
 * nobody looks at; what is on disk does. After a document was open the client shows what it was told for that, whatever
 * the workspace was told before, so its file gets an answer with a new name.
 */
function reportOf({ world, documents, diagnostics }: Context, known: Known, uri: string): Report {
  const versionsOf = (uris: readonly string[]) => uris.map((each) => documents.get(each)?.version ?? 'disk').join();
  const last = known.get(uri);
  const { diskGeneration } = world;
  const onShow = last !== undefined && diagnostics.told(uri) === last.report.resultId;
  if (onShow && last.diskGeneration === diskGeneration && last.versions === versionsOf(last.beside)) return last.report;
  const snapshot = world.known.has(uri) ? world.snapshot(uri) : undefined;
  const report = diagnostics.report(uri, snapshot, false);
  const beside = snapshot?.definitions.flatMap((definition) => definition.companion()?.uri ?? []) ?? [];
  known.set(uri, { report, diskGeneration, beside, versions: versionsOf(beside) });
  return report;
}
