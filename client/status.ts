import {
  commands,
  DiagnosticSeverity,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { CheckedDefinition, CheckResult } from '../server/lsp/check-result';
import { isDefinitionLanguage } from './documents';
import type { Server } from './running-server';

/** `when` clauses of menus ask for this. */
const CONTEXT_KEY = 'ecsPreflight.isServiceDefinition';
const PAUSE = 200;

/** Profile, the reason for it, the task definition and the number of problems, in the language status of our documents. */
export function registerStatus(server: Server): Disposable {
  const item = languages.createLanguageStatusItem('ecsPreflight.status', []);
  item.name = 'ECS Preflight';
  item.command = { command: 'workbench.actions.view.problems', title: 'Problems' };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void update(server, item).then(undefined, () => undefined), PAUSE);
  };
  soon();
  const active = (uris: readonly Uri[]) =>
    uris.some((uri) => uri.toString() === window.activeTextEditor?.document.uri.toString());
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(soon),
    workspace.onDidChangeTextDocument(({ document }) => document === window.activeTextEditor?.document && soon()),
    languages.onDidChangeDiagnostics(({ uris }) => active(uris) && soon()),
    { dispose: () => clearTimeout(waiting) },
  );
}

async function update(server: Server, item: LanguageStatusItem): Promise<void> {
  const document = window.activeTextEditor?.document;
  const definitions = document && isDefinitionLanguage(document) ? await definitionsIn(document, server) : [];
  const service = definitions.find((definition) => definition.kind === 'service');
  void commands.executeCommand('setContext', CONTEXT_KEY, service !== undefined);
  if (!document || definitions.length === 0) {
    item.selector = [];
    return;
  }
  item.selector = { scheme: document.uri.scheme, pattern: document.uri.fsPath };
  describe(item, definitions, document.uri);
}

async function definitionsIn(document: TextDocument, server: Server): Promise<CheckedDefinition[]> {
  const result = await server.run<CheckResult>('ecsPreflight.check', document.uri.toString());
  return result?.files[0]?.definitions ?? [];
}

function describe(item: LanguageStatusItem, definitions: CheckedDefinition[], uri: Uri): void {
  const own = languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'ecs-preflight');
  const count = (severity: DiagnosticSeverity) => own.filter((diagnostic) => diagnostic.severity === severity).length;
  const errors = count(DiagnosticSeverity.Error);
  const warnings = count(DiagnosticSeverity.Warning);
  const [first] = definitions;
  const what = first?.kind === 'service' ? first.profile : 'task definition';
  item.text = `${definitions.length > 1 ? `${definitions.length} definitions, ` : ''}${what}: ${inWords(errors, warnings)}`;
  const beside = first?.taskDefinition
    ? ` Task definition: ${nameOf(first.taskDefinition.uri)}, because ${first.taskDefinition.how}.`
    : '';
  item.detail = first?.kind === 'service' ? `Profile ${first.profile}, because ${first.because}.${beside}` : undefined;
  item.severity =
    errors > 0
      ? LanguageStatusSeverity.Error
      : warnings > 0
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information;
  item.accessibilityInformation = { label: `ECS Preflight, ${item.text}` };
}

function inWords(errors: number, warnings: number): string {
  const some = (n: number, word: string) => (n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`]);
  return [...some(errors, 'error'), ...some(warnings, 'warning')].join(', ') || 'nothing to report';
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
