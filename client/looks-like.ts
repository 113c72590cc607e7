import {
  isEmptyService,
  isNamedForEcs,
  isNamedForEcspresso,
  mayHoldDefinitions,
  SERVICE_MARKERS,
} from '../server/core/model/markers';

/** Languages that definitions are written in. No language of our own: the editor's JSON and YAML features stay. */
export const LANGUAGES = ['json', 'jsonc', 'yaml'] as const;

const OUR_CONFIG = /(^|[/\\])\.ecs-preflight\.(json|ya?ml)$/;
/** At the beginning of a line these say CloudFormation, Kubernetes and their like. */
const FOREIGN = /^\s*["']?(AWSTemplateFormatVersion|apiVersion|Resources)["']?\s*:/m;
/** A service definition says what it is early. */
const MOST_READ = 100_000;

/**
 * Whether a document is worth starting the server for. Two members that only services have, or one beside a telling
 * name, or nothing yet in a file with such a name. A guess on the narrow side: the server, once it runs, looks more closely at everything.
 */
export function looksLikeService(path: string, text: string): boolean {
  if (isEmptyService(path, text)) return true;
  const head = text.slice(0, MOST_READ);
  if (!mayHoldDefinitions(head) || FOREIGN.test(head)) return false;
  return markersIn(head) >= (isNamedForEcs(path) || isNamedForEcspresso(path) ? 1 : 2);
}

/** Whether the server, once it runs, should hear of a document at all. */
export function concernsServer(path: string, text: string): boolean {
  return mayHoldDefinitions(text) || isEmptyService(path, text) || isNamedForEcspresso(path) || OUR_CONFIG.test(path);
}

/** Different members among the words before colons; counting stops at two. */
function markersIn(text: string): number {
  const seen = new Set<string>();
  for (const [, word = ''] of text.matchAll(/["']?\b([a-zA-Z]+)["']?\s*:/g)) {
    const name = word.charAt(0).toLowerCase() + word.slice(1);
    if (SERVICE_MARKERS.has(name)) seen.add(name);
    if (seen.size === 2) break;
  }
  return seen.size;
}
