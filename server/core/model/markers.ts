/** Which words make a text worth a look. Imports nothing: the VS Code extension asks this before it starts anything. */

/** Members that hardly any other format has. Two of them make a service definition, one does beside a telling file name. */
export const SERVICE_MARKERS: ReadonlySet<string> = new Set([
  'taskDefinition',
  'launchType',
  'capacityProviderStrategy',
  'deploymentConfiguration',
  'deploymentController',
  'schedulingStrategy',
  'serviceConnectConfiguration',
  'networkConfiguration',
  'loadBalancers',
  'serviceRegistries',
  'healthCheckGracePeriodSeconds',
  'desiredCount',
  'placementConstraints',
  'placementStrategy',
  'platformVersion',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'propagateTags',
  'serviceName',
  'volumeConfigurations',
  'availabilityZoneRebalancing',
  'vpcLatticeConfigurations',
  'forceNewDeployment',
]);

const ANY_MARKER = new RegExp(
  [...SERVICE_MARKERS, 'containerDefinitions']
    .map((name) => `[${name[0]?.toUpperCase()}${name[0]}]${name.slice(1)}`)
    .join('|'),
);

/**
 * Whether the text is worth parsing: false is certain (no marker stands in it), true is a guess. For files that are not
 * ours this is all that ever happens to them.
 */
export function mayHoldDefinitions(text: string): boolean {
  return ANY_MARKER.test(text);
}

const TELLING_NAME =
  /(ecs[-_.]?service|service[-_.]?(?:def|create|update)|create[-_.]?service|update[-_.]?service|service[-_.]?template|\.service\.(json|ya?ml)$|^service\.(json|ya?ml)$)/i;

/** Whether the name of a file says that it holds a service definition: a hint beside its content, never enough by itself. */
export function hasTellingName(name: string): boolean {
  return TELLING_NAME.test(name);
}

const TO_BE_SERVICE = /(ecs[-_.]?service|service[-_.]?def|servicedef)[^/\\]*\.(json|jsonc|ya?ml)$/i;
/** More is no beginning. */
const MOST_EMPTY = 2000;

/**
 * Whether a document is empty but for comments and a word that is being typed, and its name says that it is to be a
 * service definition. Of all files called `service.json` most are something else, so that name is not enough.
 */
export function isEmptyService(path: string, text: string): boolean {
  if (text.length > MOST_EMPTY || !TO_BE_SERVICE.test(path)) return false;
  return /^[\w-]*$/.test(text.replace(/^\s*(?:#|\/\/).*$/gm, '').trim());
}

const ECSPRESSO_NAME = /^ecspresso.*\.(ya?ml|json)$/i;
const ECSPRESSO_MEMBER = /(?:^|[\s{,"'])service_definition["']?\s*:/;

/**
 * Whether a file may be a configuration of ecspresso: by its name, or because it names a service definition. The name is
 * free (`ecspresso --config web.yml`), and a folder with several services has one for each.
 */
export function mayBeEcspressoConfig(name: string, text: string | undefined): boolean {
  return ECSPRESSO_NAME.test(name) || (text !== undefined && ECSPRESSO_MEMBER.test(text));
}
