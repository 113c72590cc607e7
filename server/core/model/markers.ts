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
