import { keysFor, type Shape } from '../../../schemas/runtime';
import { canonicalName, type Fact } from '../model/fact';
import { typeBriefly } from './field-text';
import type { Place } from './place';
import type { CompletionItem } from './types';
import { memberSnippet, type Style, styleOf } from './write-value';

/** The members that fit the container and are not there yet, required ones first. */
export function completeKeys(place: Place): CompletionItem[] {
  const { shape, cursor } = place;
  if (shape.type === 'map') return mapKeys(place);
  if (shape.type !== 'object') return [];
  const given = new Set(cursor.siblings.map((name) => canonicalName(shape, name)));
  if (shape.union && given.size > 0) return [];
  return Object.entries(shape.members)
    .filter(([name]) => !given.has(name))
    .map(([name, member]) => keyItem(name, member, place, given));
}

function keyItem(name: string, member: Shape, place: Place, given: ReadonlySet<string>): CompletionItem {
  const cut = place.field.indexOf(':');
  const path = place.field.slice(cut + 1);
  return {
    label: name,
    kind: 'member',
    ...insertion(name, member, place),
    detail: `${member.required ? 'required · ' : ''}${typeBriefly(member)}`,
    sortText: `${rankOf(name, member, place, given)}${name}`,
    filterText: filterText(name, place),
    ...(member.deprecated && { deprecated: true }),
    data: { field: `${place.field.slice(0, cut)}:${path ? `${path}.` : ''}${name}` },
  };
}

/** 0 required, 1 usual, 2 common, 3 rare, 4 would be refused beside what is there. */
function rankOf(name: string, member: Shape, place: Place, given: ReadonlySet<string>): number {
  if (place.field === 'service:' && REFUSED_BESIDE[name]?.some((other) => given.has(other))) return 4;
  if (
    place.definition.profile === 'ecspresso' &&
    place.field === 'service:' &&
    /^(serviceName|cluster|taskDefinition)$/.test(name)
  )
    return 3;
  if (member.required || member.needed) return 0;
  return member.rank ?? 3;
}

/** Pairs that ECS refuses: both are offered, the second at the end. The rules explain why. */
const REFUSED_BESIDE: Readonly<Record<string, readonly string[]>> = {
  launchType: ['capacityProviderStrategy'],
  capacityProviderStrategy: ['launchType'],
};

function filterText(name: string, { cursor }: Place): string {
  const quote = /^["']/.exec(cursor.typed)?.[0] ?? '';
  return quote + name + quote;
}

/** What is written for a key: with colon, value and comma as the place needs them. */
function insertion(
  name: string,
  member: Shape,
  place: Place,
): Pick<CompletionItem, 'newText' | 'snippet' | 'plainText' | 'again' | 'additionalEdits'> {
  const { cursor, snapshot, options } = place;
  const style: Style = styleOf(cursor, snapshot.tree);
  const lead = cursor.needs.dash ? '- ' : '';
  const also = cursor.also.length > 0 ? { additionalEdits: cursor.also } : {};
  const key = style.json || cursor.needs.quote ? `${style.quote || '"'}${name}${style.quote || '"'}` : name;
  if (!cursor.needs.colon) return { newText: lead + key, ...also };
  const inner = cursor.needs.dash ? { ...style, indent: `${style.indent}  ` } : style;
  const comma = cursor.needs.comma ? ',' : '';
  const body = memberSnippet(name, member, inner);
  const plainText = `${lead}${key}: ${style.json ? plainValue(member) : ''}${comma}`;
  const again = opensAgain(member);
  if (!options.snippets) return { newText: plainText, again, ...also };
  return {
    newText: lead + body.replace(style.json ? `"${name}"` : name, key) + comma,
    snippet: true,
    plainText,
    again,
    ...also,
  };
}

function opensAgain(shape: Shape): boolean {
  return shape.type === 'string' || shape.type === 'object';
}

function plainValue(shape: Shape): string {
  if (shape.type === 'string') return '""';
  if (shape.type === 'list') return '[]';
  if (shape.type === 'boolean') return 'true';
  return shape.type === 'object' || shape.type === 'map' ? '{}' : '0';
}

/** Known keys of a free map: log options of the driver that is chosen beside it. */
function mapKeys(place: Place): CompletionItem[] {
  const { shape, cursor, definition } = place;
  if (shape.type !== 'map') return [];
  const pointer = cursor.path.slice(definition.pointer.length);
  let fact: Fact = definition.root;
  for (const part of pointer.slice(0, -1)) {
    fact =
      typeof part === 'number'
        ? (fact.itemsOf[part] ?? fact)
        : ((fact as Fact<Record<string, unknown>>).get(part) as Fact);
  }
  const driver = (fact as Fact<{ logDriver?: string }>).get('logDriver').value;
  const given = new Set(cursor.siblings);
  return keysFor(shape, driver)
    .filter((name) => !given.has(name))
    .map((name) => {
      const known = shape.keys?.[name];
      const value: Shape = known?.values ? { type: 'string', enum: known.values } : shape.value;
      const item = { ...keyItem(name, value, place, given), detail: driver ? `option of ${driver}` : 'option' };
      return { ...item, sortText: `${known?.required ? 0 : 1}${name}` };
    });
}
