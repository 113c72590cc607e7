import { ruleById } from '../../core/rules';

/** The page that explains the fact behind a rule; undefined when it has none. */
export function ruleUrl(id: string): string | undefined {
  return ruleById(id)?.docs.links[0];
}
