import { UPDATE_REFUSES } from '../../../../schemas/runtime';
import type { Definition } from '../../definition';
import type { Snapshot } from '../../snapshot';
import { type Change, changesToEdits } from '../../syntax';
import type { Action } from '../types';

/** The input of CreateService as that of UpdateService: `service` for `serviceName`, and nothing that an update refuses. */
export function toUpdateInput(definition: Definition, snapshot: Snapshot): Action | undefined {
  const { profile, pointer, service } = definition;
  const name = service.get('serviceName').entry;
  if (profile !== 'create-service' || pointer.length > 0 || !name || name.via) return undefined;
  const refused = service.entriesOf.flatMap(([member, { entry }]) =>
    UPDATE_REFUSES.has(member) && entry && entry !== name && !entry.via ? [entry] : [],
  );
  const changes: Change[] = [
    { kind: 'rename', entry: name, name: 'service' },
    ...refused.map((target): Change => ({ kind: 'remove', target })),
  ];
  return {
    title: 'Rewrite as input of UpdateService',
    kind: 'rewrite',
    findings: [],
    safe: false,
    edits: () => ({ [snapshot.uri]: changesToEdits(snapshot.tree, changes) ?? [] }),
  };
}
