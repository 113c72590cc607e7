import type { Syntax } from './node';

/** Which syntax a file is in: by the ending of its name, else by how its text begins. Text that says nothing is YAML. */
export function guessSyntax(text: string, name?: string): Syntax {
  const ending =
    name === undefined
      ? undefined
      : /\.(json|jsonc|json5|ya?ml)(?:\.(?:tpl|tmpl|template|dist|sample|example|j2))?$/i.exec(name)?.[1];
  if (ending) return ending.toLowerCase().startsWith('j') ? 'json' : 'yaml';
  const start = text
    .slice(0, 4096)
    .replace(/^\ufeff?(?:\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\})*/, '');
  return /^[{[]/.test(start) ? 'json' : 'yaml';
}
