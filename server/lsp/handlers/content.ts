import { ResponseError } from 'vscode-jsonrpc';
import type { TextDocumentContentParams, TextDocumentContentResult } from 'vscode-languageserver';
import { rolloutUri, rulePageUri } from '../content-uris';
import type { Context, Handler } from '../context';
import { LSP_ERROR } from '../wire';
import { previewRollout } from './rollout';

/** Read-only documents that the server writes: the page of a rule, the report on a rollout. */
export const textDocumentContent: Handler<TextDocumentContentParams, TextDocumentContentResult | null> =
  (context) =>
  async ({ uri }) => {
    const text = (await rulePage(uri, context)) ?? (await rolloutReport(uri, context));
    if (text === undefined) throw new ResponseError(LSP_ERROR.requestFailed, `ECS Preflight has no page ${uri}.`);
    return { text };
  };

async function rulePage(uri: string, context: Context): Promise<string | undefined> {
  const rule = rulePageUri.parse(uri);
  if (rule === undefined) return undefined;
  const { rulePage } = await context.features();
  return rulePage(rule);
}

async function rolloutReport(uri: string, context: Context): Promise<string | undefined> {
  const [file, prefix] = rolloutUri.parse(uri) ?? [];
  if (file === undefined) return undefined;
  context.reports.add(uri);
  const answer = await previewRollout(context, [file, { prefix }]);
  return answer?.markdown ?? 'There is no service definition here any more.\n';
}
