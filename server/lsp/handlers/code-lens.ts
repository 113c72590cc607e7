import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver';
import type { LensData, LensText } from '../../core/ide/types';
import { COMMANDS } from '../commands';
import type { Context, Handler } from '../context';
import { toLocation, toRange } from '../from-core';

/** Sent with the lens and given back when it comes into view. */
interface ResolveData {
  uri: string;
  lens: LensData;
}

export const codeLenses: Handler<CodeLensParams, CodeLens[] | null> =
  (context) =>
  async ({ textDocument: { uri } }, token) => {
    const snapshot = await context.snapshot(uri);
    if (!snapshot || !context.settings.of(snapshot.uri).codeLens) return null;
    const { lensesIn } = await context.features();
    if (token.isCancellationRequested) return null;
    return lensesIn(snapshot).map(({ span, data: lens }) => ({
      range: toRange(snapshot.tree, span),
      data: { uri, lens } satisfies ResolveData,
    }));
  };

export const resolveCodeLens: Handler<CodeLens, CodeLens> = (context) => async (unresolved, token) => {
  const { uri, lens } = unresolved.data as ResolveData;
  const snapshot = await context.snapshot(uri);
  // Who runs a task definition is known when the workspace was searched.
  if (lens.about === 'runners') await context.scan.done(token);
  const { resolveLens } = await context.features();
  const text = snapshot && !token.isCancellationRequested ? resolveLens(snapshot, lens, context.world) : undefined;
  return { ...unresolved, command: text ? toCommand(text, unresolved, uri, context) : { title: '', command: '' } };
};

/** A command that this client cannot run leaves words without a link. */
function toCommand({ title, tooltip, does }: LensText, { range }: CodeLens, uri: string, context: Context): Command {
  const { client } = context;
  const { commands } = client.options;
  const words = { title, ...(tooltip && { tooltip }), command: '' };
  // Without a page of its own a client can still show the report, if it asks servers for documents.
  const preview = commands?.preview ?? (client.showsDocuments && client.contentRequests ? COMMANDS.report : undefined);
  if (does.command === 'preview' && preview)
    return { ...words, command: preview, arguments: [uri, { prefix: does.prefix }] };
  if (does.command === 'show' && commands?.showPlaces) {
    const places = does.places.flatMap((place) => toLocation(place, context.target) ?? []);
    return { ...words, command: commands.showPlaces, arguments: [uri, range.start, places] };
  }
  return words;
}
