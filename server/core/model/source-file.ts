import { type ObjectShape, service as serviceShape, serviceUpdate, UPDATE_REFUSES } from '../../../schemas/runtime';
import type { Shape } from '../../../schemas/shape';
import { once } from '../once';
import { guessSyntax, type ParseOptions, parse, type Tree } from '../syntax';
import type { FileRef } from './fact';
import type { Profile } from './profile';
import { type Recognised, type RecogniseHints, recognise } from './recognise';

/** A parsed file and what of it is ours. */
export interface SourceFile extends FileRef {
  text: string;
  definitions: Recognised[];
}

/** Parses and recognises. A tree of the same text is taken as it is; of another state of the file, what has not changed. */
export function parseFile(
  uri: string,
  text: string,
  { bounded, ...hints }: Omit<RecogniseHints, 'uri'> & ParseOptions,
  last?: Tree,
): SourceFile {
  const syntax = guessSyntax(text, uri);
  const tree = last?.text === text && last.syntax === syntax ? last : parse(text, syntax, last, { bounded });
  return { uri, text, tree, definitions: recognise(tree, { uri, ...hints }) };
}

/** The schema that a service is bound to. */
export function serviceShapeFor(profile: Profile): Shape {
  return profile === 'update-service' ? updateShape() : serviceShape;
}

/** What UpdateService takes: the members of CreateService without those it refuses, none required, and its own. */
const updateShape = once((): ObjectShape => {
  const members = Object.entries(serviceShape.members).filter(([name]) => !UPDATE_REFUSES.has(name));
  const optional = members.map(([name, shape]) => [name, shape.required ? { ...shape, required: undefined } : shape]);
  return { ...serviceShape, members: { ...Object.fromEntries(optional), ...serviceUpdate.members } };
});
