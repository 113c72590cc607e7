import type { Shape } from '../../../schemas/runtime';
import type { Definition } from '../definition';
import type { Snapshot } from '../snapshot';
import type { CursorContext } from '../syntax';
import type { CompletionOptions, View } from './types';

/** What completion knows of its place: the cursor, the definition around it, and the schema of the container. */
export interface Place {
  snapshot: Snapshot;
  view: View;
  cursor: CursorContext;
  definition: Definition;
  /** Schema of the container of a key or item, or of the value. */
  shape: Shape;
  /** Its path in the schema's texts, with the root in front: `service:loadBalancers[].containerName`. */
  field: string;
  offset: number;
  options: CompletionOptions;
}
