/** What the host does when the page asks. */
import { CancellationTokenSource, env, Location, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Location as Place, ProgressType, WorkDoneProgressReport, WorkspaceEdit } from 'vscode-languageclient';
import type { ManyReport } from '../../server/core/simulator/many-report';
import type { Report } from '../../server/core/simulator/report/types';
import type { Server } from '../running-server';
import { versionToCompare } from './compare';
import type { ToHost } from './messages';
import type { Preview } from './preview';

type Of<T extends ToHost['type']> = Extract<ToHost, { type: T }>;

/** Answers one message; what goes wrong is said in the page. */
export async function answerPage(message: ToHost, preview: Preview, server: Server): Promise<void> {
  try {
    await answer(message, preview, server);
  } catch (error) {
    preview.post({
      type: 'said',
      text: `That did not work: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

async function answer(message: ToHost, preview: Preview, server: Server): Promise<void> {
  switch (message.type) {
    case 'simulate': {
      const report = await server.run<Report>('ecsPreflight.simulate', message.plan);
      if (report) preview.post({ type: 'simulated', id: message.id, report });
      return;
    }
    case 'many':
      return simulateOften(message, preview, server);
    case 'cancel':
      return running.get(`${preview.uri} ${message.id}`)?.cancel();
    case 'reveal':
      return reveal(message.pointer, preview, server);
    case 'leave':
      await window.showTextDocument(preview.uri, { viewColumn: columnOf(preview.uri) });
      return;
    case 'choose':
      preview.prefix = message.prefix;
      return preview.refresh();
    case 'apply':
      return apply(message, preview, server);
    case 'compare': {
      const run = await versionToCompare(message.with, preview, server);
      if (run) preview.post({ type: 'compare', run });
      return;
    }
    case 'save':
      return save(message, preview, server);
    case 'copy':
      await env.clipboard.writeText(message.text);
      preview.post({ type: 'said', text: 'Copied.' });
  }
}

/** Series of runs that may be cancelled, by panel and number. */
const running = new Map<string, CancellationTokenSource>();
/** A first picture comes from so many. */
const FIRST = 100;
/** Carries a type and nothing else; the protocol's own object would load the client library before anybody wants it. */
const PROGRESS = {} as ProgressType<WorkDoneProgressReport>;

async function simulateOften({ id, plan, runs }: Of<'many'>, preview: Preview, server: Server): Promise<void> {
  const source = new CancellationTokenSource();
  const key = `${preview.uri} ${id}`;
  running.set(key, source);
  const workDoneToken = `ecsPreflight.runs ${key}`;
  const listening = server.client?.onProgress(PROGRESS, workDoneToken, ({ percentage }) => {
    if (percentage !== undefined) preview.post({ type: 'progress', id, share: percentage / 100 });
  });
  try {
    for (const count of runs > FIRST * 2 ? [FIRST, runs] : [runs]) {
      const last = count === runs;
      const asked = {
        command: 'ecsPreflight.simulateMany',
        arguments: [plan, { runs: count }],
        // Of the first few it would be over at once.
        ...(last && { workDoneToken }),
      };
      const report = await server.client?.sendRequest<ManyReport>('workspace/executeCommand', asked, source.token);
      if (!report) return;
      const done = last || source.token.isCancellationRequested;
      preview.post({ type: 'many', id, report, done });
      if (done) return;
    }
  } catch (error) {
    if (!source.token.isCancellationRequested) throw error;
    // What was made until then comes with the refusal.
    const report = (error as { data?: ManyReport }).data;
    if (report) preview.post({ type: 'many', id, report, done: true });
  } finally {
    running.delete(key);
    listening?.dispose();
    source.dispose();
  }
}

async function reveal(pointer: string, preview: Preview, server: Server): Promise<void> {
  const { uri, shown } = preview;
  const place = await server.run<Place | null>('ecsPreflight.locate', uri.toString(), shown?.prefix, pointer);
  if (!place) return preview.post({ type: 'said', text: 'That does not stand in the file any more.' });
  const { start, end } = place.range;
  const there = new Location(Uri.parse(place.uri), new Range(start.line, start.character, end.line, end.character));
  await window.showTextDocument(there.uri, {
    selection: there.range,
    viewColumn: columnOf(there.uri) ?? columnOf(uri) ?? ViewColumn.One,
  });
}

/** Where a document is open already; never the place of the panel itself. */
function columnOf(uri: Uri): ViewColumn | undefined {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return editor?.viewColumn;
}

async function apply({ edits }: Of<'apply'>, preview: Preview, server: Server): Promise<void> {
  const { uri, shown } = preview;
  const edit = await server.run<WorkspaceEdit | null>('ecsPreflight.edit', uri.toString(), shown?.prefix, edits);
  const converted = edit && (await server.client?.protocol2CodeConverter.asWorkspaceEdit(edit));
  const done = converted ? await workspace.applyEdit(converted) : false;
  const text = done
    ? 'Written into the file; undo there takes it back.'
    : 'This cannot be written into the file: the place comes from a template, or the file has changed.';
  preview.post({ type: 'said', text });
}

async function save({ kind, name, text, plan }: Of<'save'>, preview: Preview, server: Server): Promise<void> {
  const { uri, shown } = preview;
  const asked = { prefix: shown?.prefix, plan };
  const content = kind === 'html' ? await server.run<string | null>('ecsPreflight.page', uri.toString(), asked) : text;
  if (!content) return preview.post({ type: 'said', text: 'No page can be made here.' });
  const target = await window.showSaveDialog({ defaultUri: Uri.joinPath(uri, '..', name) });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(content));
  preview.post({ type: 'said', text: `Saved ${target.path.slice(target.path.lastIndexOf('/') + 1)}.` });
}
