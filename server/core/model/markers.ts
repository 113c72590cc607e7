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

/** What names of files say: that it is a service definition of ECS, that it may be one, that it belongs to ecspresso. */
const NAMED = {
  service: /(?:ecs[-_.]?service|service[-_.]?def)[^/\\]*$/i,
  perhaps:
    /(?:service[-_.]?(?:create|update|template)|(?:create|update)[-_.]?service)[^/\\]*$|(?:^|[/\\.])service\.(?:json|ya?ml)$/i,
  ecspresso: /(?:^|[/\\])ecspresso[^/\\]*\.(?:ya?ml|json)$/i,
};
const WITH_DATA = /\.(?:json|jsonc|ya?ml)$/i;

/** Whether the name of a file says that it holds a service definition: a hint beside its content, never enough by itself. */
export function hasTellingName(path: string): boolean {
  return NAMED.service.test(path) || NAMED.perhaps.test(path);
}

/** The same where hardly anything else has such a name: of all files called `service.json` most are something else. */
export function isNamedForEcs(path: string): boolean {
  return NAMED.service.test(path) && WITH_DATA.test(path);
}

/** Whether the name is one of ecspresso's own, `ecspresso.yml` and the like. */
export function isNamedForEcspresso(path: string): boolean {
  return NAMED.ecspresso.test(path);
}

/** More is no beginning. */
const MOST_EMPTY = 2000;

/**
 * Whether a document is empty but for comments and a word that is being typed, and its name says that it is to be a
 * service definition.
 */
export function isEmptyService(path: string, text: string): boolean {
  if (text.length > MOST_EMPTY || !isNamedForEcs(path)) return false;
  return /^[\w-]*$/.test(text.replace(/^\s*(?:#|\/\/).*$/gm, '').trim());
}

const ECSPRESSO_MEMBER = /(?:^|[\s{,"'])service_definition["']?\s*:/;

/**
 * Whether a file may be a configuration of ecspresso: by its name, or because it names a service definition. The name is
 * free (`ecspresso --config web.yml`), and a folder with several services has one for each.
 */
export function mayBeEcspressoConfig(name: string, text: string | undefined): boolean {
  return isNamedForEcspresso(name) || (text !== undefined && ECSPRESSO_MEMBER.test(text));
}
