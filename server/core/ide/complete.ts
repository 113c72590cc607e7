import {
  memberOf,
  type Shape,
  service as serviceShape,
  shapeAt,
  taskDefinition as taskDefinitionShape,
} from '../../../schemas/runtime';
import { canonicalName } from '../model/fact';
import type { Snapshot } from '../snapshot';
import { contextAt, type Path } from '../syntax';
import { completeKeys } from './complete-keys';
import { completeValues } from './complete-values';
import { fieldMarkdown } from './field-text';
import type { Place } from './place';
import type { Completion, CompletionData, CompletionOptions, View } from './types';

/** Completions at an offset, in a half-typed document too. The client filters by what is typed. */
export function complete(snapshot: Snapshot, offset: number, view: View, options: CompletionOptions): Completion {
  const cursor = contextAt(snapshot.tree, offset);
  const none: Completion = { replace: cursor.replace, items: [] };
  const definition = snapshot.definitions.find(
    (d) => d.docIndex === cursor.doc.index && within(cursor.path, d.pointer),
  );
  if (cursor.at === 'none' || !definition) return none;
  const inner = cursor.path.slice(definition.pointer.length);
  const path =
    cursor.at === 'value' && cursor.name !== undefined
      ? [...inner, cursor.name]
      : cursor.at === 'item'
        ? [...inner, cursor.index ?? 0]
        : inner;
  const found = shapeAlong(definition.root.shape, path);
  if (!found) return none;
  const root = definition.kind === 'service' ? 'service' : 'taskDefinition';
  const place: Place = {
    snapshot,
    view,
    cursor,
    definition,
    shape: found.shape,
    field: `${root}:${found.path}`,
    offset,
    options,
  };
  const items =
    cursor.at === 'key'
      ? completeKeys(place)
      : [...completeValues(place), ...(cursor.fresh ? completeKeys(place) : [])];
  return { replace: cursor.replace, items };
}

function within(path: Path, prefix: readonly (string | number)[]): boolean {
  return prefix.every((part, i) => String(path[i]) === String(part));
}

/** Follows a path through the schema; undefined where the schema does not know the way. */
function shapeAlong(root: Shape | undefined, path: Path): { shape: Shape; path: string } | undefined {
  let shape = root;
  let text = '';
  for (const part of path) {
    if (shape?.type === 'list') {
      shape = shape.item;
      text += '[]';
    } else if (shape?.type === 'map') {
      shape = shape.value;
      text += '{}';
    } else if (shape?.type === 'object') {
      const name = canonicalName(shape, String(part));
      shape = memberOf(shape, name);
      text += text ? `.${name}` : name;
    } else return undefined;
  }
  return shape && { shape, path: text };
}

/** Markdown for a completion item, made when it is looked at. */
export function documentationOf(data: CompletionData): string | undefined {
  const cut = data.field.indexOf(':');
  const root = data.field.slice(0, cut) === 'service' ? 'service' : 'taskDefinition';
  const path = data.field.slice(cut + 1);
  const shape = shapeAt(root === 'service' ? serviceShape : taskDefinitionShape, path);
  return fieldMarkdown(root, path, shape, data.value);
}
