import { isEmptyService } from '../model/markers';
import { guessSyntax, type Span } from '../syntax';
import { SKELETONS, skeletonText } from './skeletons';
import type { Completion, CompletionOptions } from './types';

/**
 * Beginnings of service definitions for an empty document whose name says that it is to be one; undefined for others.
 * Unlike the other features this one is for documents that hold no definition yet.
 */
export function beginnings(uri: string, text: string, { snippets }: CompletionOptions): Completion | undefined {
  if (!snippets || !isEmptyService(uri, text)) return undefined;
  const syntax = guessSyntax(text, uri);
  const items = SKELETONS.map((skeleton, i) => ({
    label: `ECS service: ${skeleton.title}`,
    kind: 'snippet' as const,
    newText: skeletonText(skeleton, syntax),
    snippet: true,
    documentation: skeleton.detail,
    sortText: String(i),
  }));
  return { replace: wordIn(text), items };
}

/** The word that is being typed, at the end of the comments. */
function wordIn(text: string): Span {
  const end = text.trimEnd().length;
  const word = /(?<![#/].*)[\w-]+$/.exec(text.slice(0, end))?.[0] ?? '';
  return word === '' ? { start: text.length, end: text.length } : { start: end - word.length, end };
}
