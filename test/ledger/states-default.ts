import type { Shape } from '../../schemas/runtime';
import { memberOf, service } from '../../schemas/runtime';

/** Whether the schema states a default for the member at a pointer; lists are stepped into without an index. */
export function statesDefault(pointer: string): boolean {
  let shape: Shape | undefined = service;
  for (const step of pointer.split('/').slice(1)) {
    if (/^\d+$/.test(step)) continue;
    while (shape?.type === 'list') shape = shape.item;
    if (shape?.type === 'map') return shape.keys !== undefined && Object.hasOwn(shape.keys, step);
    shape = shape?.type === 'object' ? memberOf(shape, step) : undefined;
  }
  return shape?.default !== undefined;
}
