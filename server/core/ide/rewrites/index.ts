import type { Definition } from '../../definition';
import type { Snapshot } from '../../snapshot';
import type { Span } from '../../syntax';
import type { Action } from '../types';
import { launchTypeToProvider, providerToLaunchType } from './capacity';
import { toOtherSyntax } from './other-syntax';
import { toUpdateInput } from './update-input';

/** Rewrites that a person may want without any finding: of what the cursor is on, and on its first member of the whole. */
export function rewritesAt(snapshot: Snapshot, span: Span): Action[] {
  const services = snapshot.definitions.filter((d) => d.kind === 'service');
  const whole = snapshot.definitions.some((d) => startsAt(d, span)) ? toOtherSyntax(snapshot) : [];
  return [
    ...services.flatMap((definition) => launchTypeToProvider(definition, snapshot, span) ?? []),
    ...services.flatMap((definition) => providerToLaunchType(definition, snapshot, span) ?? []),
    ...services.filter((d) => startsAt(d, span)).flatMap((definition) => toUpdateInput(definition, snapshot) ?? []),
    ...whole,
  ];
}

/** Whether the cursor is on the first key of a definition, where its lens stands, too. */
function startsAt({ root }: Definition, span: Span): boolean {
  const first = root.keySpan;
  return first !== undefined && span.start <= first.end && span.end >= first.start;
}
