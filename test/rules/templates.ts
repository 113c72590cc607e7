import { type Node, parse } from '../../server/core/syntax';

/** The text with a template in place of one of its values, for each of them: what is not known is no reason for a finding. */
export function withTemplates(text: string): string[] {
  return valueSpans(text).map((span) => `${text.slice(0, span.start)}"{{ must_env \`X\` }}"${text.slice(span.end)}`);
}

/** The spans of all plain scalars that stand as values, where a template could stand instead. */
function valueSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const visit = (node: Node | undefined): void => {
    if (!node || node.start === node.end) return;
    if (node.kind === 'map') for (const entry of node.entries) visit(entry.value);
    else if (node.kind === 'seq') node.items.forEach(visit);
    else if (node.kind === 'scalar' && node.style !== 'block' && !node.anchor && !node.tag) spans.push(node);
  };
  for (const doc of parse(text, 'yaml').docs) visit(doc.root);
  return spans;
}
