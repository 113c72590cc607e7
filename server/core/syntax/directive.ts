/** Templates that steer, of Go and of Jinja, by their text. */

const CONTROL = /^\{\{-?\s*(?:(?:if|else|end|range|with|define|block|template|break|continue)\b|\/\*|\$\w*\s*:?=)/;

/** What opens a block that has an end, in Go templates and in Jinja, and what ends it. */
const BLOCK = /^(?:\{\{-?\s*(?:if|range|with|define|block)|\{%[-+]?\s*(?:if|for|macro|block|filter|with))\b/;
const END = /^(?:\{\{-?\s*end\b|\{%[-+]?\s*end)/;

export const opensBlock = (source: string): boolean => BLOCK.test(source);
export const endsBlock = (source: string): boolean => END.test(source);

/** True for a template that steers (`if`, `end`, a comment, an assignment) and yields no text of its own. */
export function isControl(source: string): boolean {
  return isJinjaStatement(source) || CONTROL.test(source);
}

function isJinjaStatement(source: string): boolean {
  return source.startsWith('{%') || source.startsWith('{#');
}
