import { service, serviceUpdate, taskDefinition } from '../../../schemas/runtime';

/**
 * What a rule looked at, as bits: one for each top-level member of a definition, and a few for what is worked out from
 * several of them or lies outside. A rule that found nothing need not run again while none of its bits changes: that is
 * what makes a keystroke cheap.
 */
export class Reads {
  bits = 0;
}

/** As many as CreateService has: a member of a service shares its bit with none of them. */
const MEMBERS = 28;
/** The traits of the service. */
export const TRAITS = 1 << 28;
/** Something that is never known to be as it was. */
export const BEYOND = 1 << 29;
/** Departures from the schema, which have no bit of their own member: there mostly are none. */
export const SHAPE = 1 << 30;
/** Members that the schema does not know share a bit. */
const OTHER_MEMBERS = 1 << 31;
/** Every member there is or could be: the definition as a whole. */
export const WHOLE = ((1 << MEMBERS) - 1) | OTHER_MEMBERS;

/**
 * Members by bit. Service and task definition share the bits, as no definition is both. There are more members than
 * bits; a bit that two members share is only set too often, never too seldom.
 */
const BIT = new Map<string, number>();
for (const shape of [service, serviceUpdate, taskDefinition]) {
  Object.keys(shape.members).forEach((name, i) => {
    BIT.set(name, (BIT.get(name) ?? 0) | (1 << (i % MEMBERS)));
  });
}

/** The bit of a top-level member. */
export function bitOf(name: string): number {
  return BIT.get(name) ?? OTHER_MEMBERS;
}
