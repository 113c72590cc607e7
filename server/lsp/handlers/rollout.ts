import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { Location, WorkspaceEdit } from 'vscode-languageserver';
import type { Definition } from '../../core/definition';
import type { Snapshot } from '../../core/engine';
import type { Fact } from '../../core/model/fact';
import { nameOf } from '../../core/model/host';
import { markdownReport } from '../../core/rollout/markdown';
import { previewOf } from '../../core/rollout/preview';
import type { MemberEdit } from '../../core/rollout/what-if';
import { membersToChanges } from '../../core/rollout/write-members';
import { changesToEdits } from '../../core/syntax';
import type { RolloutAnswer } from '../check-result';
import { isObject } from '../client-facts';
import { rolloutUri } from '../content-uris';
import type { Context } from '../context';
import { toWorkspaceEdit } from '../edits';
import { toLocation } from '../from-core';
import { toCoreUri } from '../uri';

interface Asked {
  snapshot: Snapshot;
  definition: Definition;
}

/** The simulated rollout as plain data; null when no service stands there. */
export async function previewRollout(
  context: Context,
  [uri, options]: readonly unknown[],
): Promise<RolloutAnswer | null> {
  const { prefix, text } = isObject(options) ? options : {};
  const asked = await find(context, uri, prefix, typeof text === 'string' ? text : undefined);
  if (!asked) return null;
  const { snapshot, definition } = asked;
  const { plan, report, assumed, summary, why } = previewOf(definition);
  return {
    uri: context.documents.spelling(snapshot.uri),
    prefix: definition.prefix,
    file: decodeURIComponent(nameOf(snapshot.uri)),
    services: services(snapshot).map(({ prefix, service }) => ({
      prefix,
      name: service.get('serviceName').value ?? prefix,
    })),
    plan,
    report,
    assumed,
    pointers: pointersIn(definition.service as Fact),
    taskDefinition: definition.companion() !== undefined,
    outcome: report.verdict.outcome,
    summary,
    why,
    markdown: markdownReport(report, { assumed }),
  };
}

/** Where a member of the service stands, or, for `taskDefinition#POINTER`, a member of its task definition. */
export async function locateMember(
  context: Context,
  [uri, prefix, pointer]: readonly unknown[],
): Promise<Location | null> {
  const asked = await find(context, uri, prefix);
  if (!asked || typeof pointer !== 'string') return null;
  const [, there, path = pointer] = /^(taskDefinition#)?(.*)$/.exec(pointer) ?? [];
  const root = there ? asked.definition.companion()?.fact : asked.definition.service;
  const fact = root && factAt(root as Fact, path);
  return (fact?.span && toLocation({ uri: fact.file.uri, span: fact.keySpan ?? fact.span }, context.target)) ?? null;
}

/** The edit that gives members of a service new values. Nothing is written here: the client applies it, or not. */
export async function editMembers(
  context: Context,
  [uri, prefix, edits]: readonly unknown[],
): Promise<WorkspaceEdit | null> {
  const asked = await find(context, uri, prefix);
  if (!asked || !Array.isArray(edits) || !edits.every(isMemberEdit)) return null;
  const changes = membersToChanges(asked.definition, edits);
  const written = changes && changesToEdits(asked.snapshot.tree, changes);
  return written ? toWorkspaceEdit({ [asked.snapshot.uri]: written }, context) : null;
}

/** `ecs-preflight:/rollout.md?…`, for editors without web pages: the report in Markdown, shown by the editor itself. */
export async function showReport(context: Context, [uri, options]: readonly unknown[]): Promise<{ uri: string }> {
  const answer = await previewRollout(context, [uri, options]);
  if (!answer) throw new ResponseError(ErrorCodes.InvalidParams, 'There is no service definition to report on.');
  const report = rolloutUri.of(answer.uri, answer.prefix);
  if (context.client.showsDocuments)
    await context.wire.sendRequest('window/showDocument', { uri: report, takeFocus: false });
  return { uri: report };
}

/** @param text of another version of the file, whose definitions may stand elsewhere */
async function find(context: Context, uri: unknown, prefix: unknown, text?: string): Promise<Asked | undefined> {
  if (typeof uri !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, 'The first argument is the URI of a file.');
  const snapshot =
    text === undefined ? await context.snapshotOf(uri) : context.world.engine.snapshot(toCoreUri(uri), text);
  const candidates = snapshot ? services(snapshot) : [];
  const same = typeof prefix === 'string' ? candidates.find((each) => each.prefix === prefix) : candidates[0];
  const definition = same ?? (text === undefined ? undefined : candidates[0]);
  return snapshot && definition && { snapshot, definition };
}

function services(snapshot: Snapshot): Definition[] {
  return snapshot.definitions.filter((definition) => definition.kind === 'service');
}

function isMemberEdit(edit: unknown): edit is MemberEdit {
  return (
    isObject(edit) && typeof edit.pointer === 'string' && ['string', 'number', 'boolean'].includes(typeof edit.value)
  );
}

/** The fact that a pointer names, as far as the file has it. */
function factAt(root: Fact, pointer: string): Fact {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<Fact>((fact, name) => {
    const next = /^\d+$/.test(name) ? fact.itemsOf[Number(name)] : (fact as Fact<Record<string, unknown>>).get(name);
    return (next as Fact | undefined) ?? fact;
  }, root);
}

function pointersIn(fact: Fact): string[] {
  const inner = [...fact.entriesOf.map(([, member]) => member), ...fact.itemsOf].filter((each) => each.given);
  return inner.flatMap((each) => [each.pointer, ...pointersIn(each as Fact)]);
}
