import type { Shape } from '../../../schemas/shape';
import { serviceShape, updateServiceShape } from '../../../schemas/runtime';
import { guessSyntax, parse, type Tree } from '../syntax';
import type { FileRef } from './fact';
import type { Profile } from './profile';
import { type Recognised, type RecogniseHints, recognise } from './recognise';

/** A parsed file and what of it is ours. */
export interface SourceFile extends FileRef {
  text: string;
  definitions: Recognised[];
}

/** Parses and recognises. `previous` lets unchanged documents of a stream be reused. */
export function parseFile(uri: string, text: string, hints: Omit<RecogniseHints, 'uri'>, previous?: Tree): SourceFile {
  const tree = parse(text, guessSyntax(text, uri), previous);
  return { uri, text, tree, definitions: recognise(tree, { uri, ...hints }) };
}

/** The schema that a service is bound to. */
export function serviceShapeFor(profile: Profile): Shape {
  return profile === 'update-service' ? updateServiceShape : serviceShape;
}
