import type { Fix } from '../../finding';
import type { Fact } from '../../model/fact';
import { remove } from '../fixes';

/** Members of the service that the schema leaves optional, since it is another member that decides whether they are needed. */
const MOSTLY_NEEDED = new Set(['taskDefinition', 'desiredCount']);

/**
 * Takes an empty member away. That is all that can be right where the default is meant; of a member that the request
 * needs only a person knows the value, and without it the file is as wrong as before.
 */
export function removal(fact: Fact, path: string): Fix {
  const needed = fact.shape?.required || fact.shape?.needed || MOSTLY_NEEDED.has(path);
  return { title: `Remove ${path}`, safe: !needed, changes: remove(fact) };
}
