import type { Shape } from '../../schemas/shape';
import type { SdkMember } from './sdk-model';

/** Deviations that are meant: the difference as `compare` words it, with the reason. */
export type Exceptions = Record<string, string>;

/**
 * What differs between our members and those of the SDK, one sentence each; empty when all agree.
 * Values that we document for a plain string of the API are no difference: the API does not know them as an enum.
 */
export function compare(
  ours: Map<string, Shape>,
  theirs: Map<string, SdkMember>,
  exceptions: Exceptions = {},
): string[] {
  const found: string[] = [];
  for (const path of theirs.keys()) if (!ours.has(path)) found.push(`${path}: missing here`);
  for (const [path, shape] of ours) {
    const member = theirs.get(path);
    if (!member) found.push(`${path}: unknown to the SDK`);
    else found.push(...differences(path, shape, member));
  }
  const unused = Object.keys(exceptions).filter((one) => !found.includes(one));
  return [...found.filter((one) => !(one in exceptions)), ...unused.map((one) => `exception without use: ${one}`)];
}

function differences(path: string, shape: Shape, member: SdkMember): string[] {
  const found: string[] = [];
  if (shape.type !== member.type) found.push(`${path}: ${shape.type} here, ${member.type} in the SDK`);
  if ((shape.required ?? false) !== member.required) {
    found.push(`${path}: ${shape.required ? 'required here, not' : 'not required here, but'} in the SDK`);
  }
  if (isUnion(shape) !== (member.union ?? false)) found.push(`${path}: a union on one side only`);
  const ourValues = enumOf(shape);
  for (const value of member.enum ?? [])
    if (!ourValues.includes(value)) found.push(`${path}: value ${value} missing here`);
  if (member.enum) {
    for (const value of ourValues)
      if (!member.enum.includes(value)) found.push(`${path}: value ${value} unknown to the SDK`);
  }
  return found;
}

const isUnion = (shape: Shape): boolean => shape.type === 'object' && (shape.union ?? false);

function enumOf(shape: Shape): string[] {
  if (shape.type === 'list') return enumOf(shape.item);
  return shape.type === 'string' && shape.enum ? shape.enum : [];
}
