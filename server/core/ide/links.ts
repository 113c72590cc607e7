import { nameOf } from '../model/host';
import type { Snapshot } from '../snapshot';
import type { Link, View } from './types';

/** Links from taskDefinition to the file that was found for it. */
export function linksIn(snapshot: Snapshot, _view: View): Link[] {
  return snapshot.definitions.flatMap((definition) => {
    const companion = definition.companion();
    const { node } = definition.service.get('taskDefinition');
    if (!companion || !node || node.end === node.start) return [];
    return [
      {
        span: { start: node.start, end: node.end },
        target: companion.uri,
        tooltip: `Open ${nameOf(companion.uri)}: ${companion.how}`,
      },
    ];
  });
}
