/** Snippet syntax taken away: placeholders become their default, choices their first. For clients that know no snippets. */
export function toPlainSnippet(snippet: string): string {
  let text = '';
  let depth = 0;
  for (let i = 0; i < snippet.length; i++) {
    const c = snippet[i] as string;
    if (c === '\\' && i + 1 < snippet.length) text += snippet[++i];
    else if (c === '$') {
      const stop = /^\$(?:\d+|\{\d+(?::|\}|\|([^,|]*)[^|]*\|\}))/.exec(snippet.slice(i));
      if (!stop) text += c;
      else {
        if (stop[0].endsWith(':')) depth++;
        text += stop[1] ?? '';
        i += stop[0].length - 1;
      }
    } else if (c === '}' && depth > 0) depth--;
    else text += c;
  }
  return text;
}

/** Plain text made safe inside a snippet. */
export function toSnippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
