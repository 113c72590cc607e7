import {
  LSPErrorCodes,
  ResponseError,
  type TextDocumentContentParams,
  type TextDocumentContentResult,
} from 'vscode-languageserver';
import { rulePageUri } from '../content-uris';
import type { Handler } from '../context';

/** Read-only documents that the server writes: `ecs-preflight:/rules/RULE.md`. */
export const textDocumentContent: Handler<TextDocumentContentParams, TextDocumentContentResult | null> =
  (context) =>
  async ({ uri }) => {
    const { rulePage } = await context.features();
    const rule = rulePageUri.parse(uri);
    const text = rule === undefined ? undefined : rulePage(rule);
    if (text === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, `ECS Preflight has no page ${uri}.`);
    return { text };
  };
