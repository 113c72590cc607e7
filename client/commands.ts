import {
  commands,
  Disposable,
  type ExtensionContext,
  Location,
  type LogOutputChannel,
  languages,
  Position,
  ProgressLocation,
  Range,
  SnippetString,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Location as Place } from 'vscode-languageclient';
import type { CheckResult, RuleLine, SkeletonTexts } from '../server/lsp/check-result';
import { rulePageUri } from '../server/lsp/content-uris';
import { CLIENT_COMMANDS, type Server } from './running-server';

/** Commands of the palette, and those that the server puts behind lenses. */
export function registerCommands(context: ExtensionContext, server: Server, log: LogOutputChannel): Disposable {
  const add = (name: string, run: (...args: never[]) => unknown) =>
    commands.registerCommand(`ecsPreflight.${name}`, run);
  return Disposable.from(
    add('restartServer', () => server.restart()),
    add('showOutput', () => log.show()),
    add('checkWorkspace', () => checkWorkspace(server)),
    add('openRulePage', (rule?: string) => openRulePage(server, rule)),
    add('newService', () => newService(server)),
    add('openExample', () => openExample(context)),
    commands.registerCommand(CLIENT_COMMANDS.showPlaces, showPlaces),
  );
}

async function checkWorkspace(server: Server): Promise<void> {
  const title = 'ECS Preflight is checking the workspace';
  const result = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    server.run<CheckResult>('ecsPreflight.check'),
  );
  const files = result?.files ?? [];
  const findings = files.reduce((sum, file) => sum + file.diagnostics.length, 0);
  if (findings > 0) await commands.executeCommand('workbench.actions.view.problems');
  const where = files.length === 1 ? 'one file' : `${files.length} files`;
  const said =
    files.length === 0
      ? 'There is no ECS service definition in this workspace.'
      : `${findings || 'No'} finding${findings === 1 ? '' : 's'} in ${where}.`;
  void window.showInformationMessage(`ECS Preflight: ${said}`);
}

/** The page of a rule: of the one given, else of one chosen from the list, those at the cursor first. */
async function openRulePage(server: Server, given?: string): Promise<void> {
  const rule = given ?? (await chooseRule(server));
  if (rule) await commands.executeCommand('markdown.showPreview', Uri.parse(rulePageUri.of(rule), true));
}

async function chooseRule(server: Server): Promise<string | undefined> {
  const rules = (await server.run<RuleLine[]>('ecsPreflight.rules')) ?? [];
  const here = rulesAtCursor();
  const items = rules
    .map(({ id, what, group }) => ({ label: id, description: here.has(id) ? 'at the cursor' : group, detail: what }))
    .sort((a, b) => Number(here.has(b.label)) - Number(here.has(a.label)));
  const chosen = await window.showQuickPick(items, { placeHolder: 'Rule to explain', matchOnDetail: true });
  return chosen?.label;
}

function rulesAtCursor(): Set<string> {
  const editor = window.activeTextEditor;
  if (!editor) return new Set();
  const own = languages
    .getDiagnostics(editor.document.uri)
    .filter((d) => d.source === 'ecs-preflight' && d.range.contains(editor.selection.active));
  return new Set(own.map((d) => String(typeof d.code === 'object' ? d.code.value : d.code)));
}

/** A new document with the beginning of a service definition, its places to be filled in one after the other. */
async function newService(server: Server): Promise<void> {
  const skeletons = (await server.run<SkeletonTexts[]>('ecsPreflight.skeletons')) ?? [];
  const items = skeletons.map((skeleton) => ({ label: skeleton.title, detail: skeleton.detail, skeleton }));
  const chosen = await window.showQuickPick(items, { placeHolder: 'Service to begin with', matchOnDetail: true });
  const language =
    chosen && (await window.showQuickPick(['yaml', 'json'], { placeHolder: 'YAML with comments, or JSON' }));
  if (!chosen || (language !== 'yaml' && language !== 'json')) return;
  const editor = await window.showTextDocument(await workspace.openTextDocument({ language }));
  await editor.insertSnippet(new SnippetString(chosen.skeleton[language]));
}

/** An untitled copy, so that nothing of the person's own is touched. */
async function openExample(context: ExtensionContext): Promise<void> {
  const file = Uri.joinPath(context.extensionUri, 'client/examples/create-service/payments-service.json');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'json', content }));
}

function showPlaces(uri: string, position: Position, places: Place[]): Thenable<unknown> {
  const locations = places.map((place) => new Location(Uri.parse(place.uri), toRange(place.range)));
  const [only] = locations;
  if (locations.length === 1 && only) return window.showTextDocument(only.uri, { selection: only.range });
  return commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    new Position(position.line, position.character),
    locations,
  );
}

function toRange({ start, end }: Place['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
