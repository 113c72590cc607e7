import type { Definition, Snapshot } from '../engine';
import { type Change, changesToEdits, type Span } from '../syntax';
import type { Action } from './types';

/** Rewrites that a person may want without any finding, where they fit under the cursor. */
export function rewritesAt(snapshot: Snapshot, span: Span): Action[] {
  return snapshot.definitions
    .filter((d) => d.kind === 'service')
    .flatMap((definition) => launchTypeToProvider(definition, snapshot, span) ?? []);
}

/** launchType FARGATE becomes the capacity provider FARGATE: the way to Spot and to several providers. */
function launchTypeToProvider(definition: Definition, snapshot: Snapshot, span: Span): Action | undefined {
  const { service } = definition;
  const launchType = service.get('launchType');
  const entry = launchType.entry;
  if (
    !launchType.is('FARGATE') ||
    !entry ||
    service.get('capacityProviderStrategy').given ||
    service.target?.kind !== 'map'
  )
    return undefined;
  if (entry.via || span.end < entry.start || span.start > entry.end) return undefined;
  const strategy = [{ capacityProvider: 'FARGATE', weight: 1 }];
  const changes: Change[] = [
    { kind: 'set', map: service.target, name: 'capacityProviderStrategy', value: strategy, after: entry.name },
    { kind: 'remove', target: entry },
  ];
  return {
    title: 'Rewrite launchType FARGATE as a capacity provider strategy',
    kind: 'rewrite',
    findings: [],
    safe: false,
    edits: () => ({ [snapshot.uri]: changesToEdits(snapshot.tree, changes) ?? [] }),
  };
}
