import type { ShapeName } from '../../../schemas/runtime';
import type { Definition } from '../definition';
import type { Fact } from '../model/fact';
import { nameOf } from '../model/host';
import { spanInside, textOffset } from '../model/inside';
import { hoverQuery } from '../query';
import type { Snapshot } from '../snapshot';
import { docPathOf, factAt } from './at';
import { fieldMarkdown } from './field-text';
import { rolloutHover } from './rollout-hover';
import type { Hover, View } from './types';

/** What is known of the key or value under the cursor. */
export function hoverAt(snapshot: Snapshot, offset: number, _view: View): Hover | undefined {
  const at = factAt(snapshot, offset);
  if (!at) return undefined;
  const expression = at.on === 'value' ? expressionHover(at.fact, offset) : undefined;
  if (expression) return expression;
  const field = fieldMarkdown(
    rootOf(at.definition),
    docPathOf(at.fact),
    at.fact.shape,
    at.on === 'value' ? scalarText(at.fact) : undefined,
  );
  const parts = [template(at.fact), field, companionLine(at.definition, at.fact), rolloutHover(at.definition, at.fact)];
  const markdown = parts.filter(Boolean).join('\n\n');
  return markdown ? { span: at.span, markdown } : undefined;
}

/** The name under which the schema's texts of a definition are kept. */
export function rootOf(definition: Definition): ShapeName {
  return definition.kind === 'service' ? 'service' : 'taskDefinition';
}

function scalarText(fact: Fact): string | undefined {
  return typeof fact.value === 'string' ? fact.value : undefined;
}

/** A placement expression is a language of its own: what the clause under the cursor asks. */
function expressionHover(fact: Fact, offset: number): Hover | undefined {
  if (!/\/placementConstraints\/\d+\/expression$/.test(fact.pointer) || typeof fact.value !== 'string')
    return undefined;
  const inside = textOffset(fact, offset);
  const hover = inside === undefined ? undefined : hoverQuery(fact.value, inside);
  return (
    hover && { span: spanInside(fact, hover.start, hover.end) ?? (fact.node as Hover['span']), markdown: hover.text }
  );
}

function template(fact: Fact): string | undefined {
  const node = fact.target;
  if (node?.kind !== 'unknown' || node.reason !== 'template') return undefined;
  const fallback = node.fallback === undefined ? '' : ` Its template names the default \`${node.fallback}\`.`;
  return `This value is filled in when the file is rendered, so it is not checked.${fallback}`;
}

/** Says at taskDefinition which file was read as the task definition, and why. */
function companionLine(definition: Definition, fact: Fact): string | undefined {
  if (definition.kind !== 'service' || fact.pointer !== '/taskDefinition') return undefined;
  const companion = definition.companion();
  return companion
    ? `Checked together with \`${nameOf(companion.uri)}\`: ${companion.how}.`
    : 'No task definition file was found beside this one, so what it decides is not checked.';
}
