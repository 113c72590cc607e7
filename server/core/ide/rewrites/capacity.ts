import type { Definition } from '../../definition';
import type { Snapshot } from '../../snapshot';
import { type Change, changesToEdits, type Span } from '../../syntax';
import type { Action } from '../types';

/** launchType FARGATE becomes the capacity provider FARGATE: the way to Spot and to several providers. */
export function launchTypeToProvider({ service }: Definition, snapshot: Snapshot, span: Span): Action | undefined {
  const entry = service.get('launchType').entry;
  const free = service.get('launchType').is('FARGATE') && !service.get('capacityProviderStrategy').given;
  if (!entry || !free || entry.via || !touches(entry, span) || service.target?.kind !== 'map') return undefined;
  const value = [{ capacityProvider: 'FARGATE', weight: 1 }];
  return action('Rewrite launchType FARGATE as a capacity provider strategy', snapshot, [
    { kind: 'set', map: service.target, name: 'capacityProviderStrategy', value, after: entry.name },
    { kind: 'remove', target: entry },
  ]);
}

/** And back, where the strategy names On-Demand Fargate and nothing else: no launch type says more. */
export function providerToLaunchType({ service }: Definition, snapshot: Snapshot, span: Span): Action | undefined {
  const strategy = service.get('capacityProviderStrategy');
  const entry = strategy.entry;
  const only = strategy.count === 1 && strategy.items[0]?.get('capacityProvider').is('FARGATE');
  if (!entry || !only || service.get('launchType').given) return undefined;
  if (entry.via || !touches(entry, span) || service.target?.kind !== 'map') return undefined;
  return action('Rewrite the capacity provider strategy as launchType FARGATE', snapshot, [
    { kind: 'set', map: service.target, name: 'launchType', value: 'FARGATE', after: entry.name },
    { kind: 'remove', target: entry },
  ]);
}

const touches = (entry: Span, span: Span) => span.end >= entry.start && span.start <= entry.end;

function action(title: string, snapshot: Snapshot, changes: Change[]): Action {
  return {
    title,
    kind: 'rewrite',
    findings: [],
    safe: false,
    edits: () => ({ [snapshot.uri]: changesToEdits(snapshot.tree, changes) ?? [] }),
  };
}
