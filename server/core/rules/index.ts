// Written by `npm run generate`. One line a rule; the order is that of the table in the documentation.
import baseAboveDesiredCount from './capacity/base-above-desired-count';
import capacityProviderArn from './capacity/capacity-provider-arn';
import externalLaunchTypeWithNetworkConfiguration from './capacity/external-launch-type-with-network-configuration';
import fargateSpotLaunchType from './capacity/fargate-spot-launch-type';
import launchTypeWithCapacityProviderStrategy from './capacity/launch-type-with-capacity-provider-strategy';
import managedInstancesLaunchType from './capacity/managed-instances-launch-type';
import mixedCapacityProviders from './capacity/mixed-capacity-providers';
import noPositiveWeight from './capacity/no-positive-weight';
import oldPlatformForFeature from './capacity/old-platform-for-feature';
import platformVersionWithoutFargate from './capacity/platform-version-without-fargate';
import providerWithoutShare from './capacity/provider-without-share';
import reservedProviderName from './capacity/reserved-provider-name';
import severalBases from './capacity/several-bases';
import spotOnOldPlatform from './capacity/spot-on-old-platform';
import unknownPlatformVersion from './capacity/unknown-platform-version';
import alarmsWithOtherController from './deployment/alarms-with-other-controller';
import bakeTimeWithRolling from './deployment/bake-time-with-rolling';
import circuitBreakerWithClassicLoadBalancer from './deployment/circuit-breaker-with-classic-load-balancer';
import circuitBreakerWithOtherController from './deployment/circuit-breaker-with-other-controller';
import circuitBreakerWithTrafficShift from './deployment/circuit-breaker-with-traffic-shift';
import earlySuccessBelowMinimum from './deployment/early-success-below-minimum';
import earlySuccessWithOtherStrategy from './deployment/early-success-with-other-strategy';
import externalControllerWithTaskSetMember from './deployment/external-controller-with-task-set-member';
import hooksWithoutTrafficShift from './deployment/hooks-without-traffic-shift';
import incompleteEarlySuccess from './deployment/incomplete-early-success';
import incompleteLambdaHook from './deployment/incomplete-lambda-hook';
import maximumPercentBelow100 from './deployment/maximum-percent-below-100';
import minimumAboveMaximumPercent from './deployment/minimum-above-maximum-percent';
import missingBakeTime from './deployment/missing-bake-time';
import noAlarmNames from './deployment/no-alarm-names';
import pauseHookWhileTrafficMoves from './deployment/pause-hook-while-traffic-moves';
import pauseHookWithTarget from './deployment/pause-hook-with-target';
import pauseHookWithoutStage from './deployment/pause-hook-without-stage';
import percentagesThatBlockDeployments from './deployment/percentages-that-block-deployments';
import percentagesWithOtherController from './deployment/percentages-with-other-controller';
import rollbackWhileDisabled from './deployment/rollback-while-disabled';
import severalAlarmsInOneName from './deployment/several-alarms-in-one-name';
import shiftSettingsWithoutStrategy from './deployment/shift-settings-without-strategy';
import shiftWithoutTraffic from './deployment/shift-without-traffic';
import strategyWithOtherController from './deployment/strategy-with-other-controller';
import thresholdAbove100Percent from './deployment/threshold-above-100-percent';
import tooManyHooks from './deployment/too-many-hooks';
import commentInJson from './file/comment-in-json';
import duplicateKey from './file/duplicate-key';
import invalidSyntax from './file/invalid-syntax';
import mergeConflict from './file/merge-conflict';
import tooLargeToCheck from './file/too-large-to-check';
import trailingComma from './file/trailing-comma';
import arnsOfSeveralAccounts from './identity/arns-of-several-accounts';
import arnsOfSeveralRegions from './identity/arns-of-several-regions';
import clusterName from './identity/cluster-name';
import constantClientToken from './identity/constant-client-token';
import malformedArn from './identity/malformed-arn';
import missingTaskDefinition from './identity/missing-task-definition';
import roleWithServiceLinkedRole from './identity/role-with-service-linked-role';
import roleWithoutLoadBalancer from './identity/role-without-load-balancer';
import taskDefinitionName from './identity/task-definition-name';
import wrongArnResource from './identity/wrong-arn-resource';
import advancedConfigurationInSomeEntries from './load-balancing/advanced-configuration-in-some-entries';
import advancedConfigurationWithClassic from './load-balancing/advanced-configuration-with-classic';
import advancedConfigurationWithRolling from './load-balancing/advanced-configuration-with-rolling';
import alternateTargetGroupSame from './load-balancing/alternate-target-group-same';
import classicLoadBalancerWithAwsvpc from './load-balancing/classic-load-balancer-with-awsvpc';
import classicLoadBalancerWithCodeDeploy from './load-balancing/classic-load-balancer-with-code-deploy';
import classicLoadBalancerWithTrafficShift from './load-balancing/classic-load-balancer-with-traffic-shift';
import codeDeployWithoutLoadBalancer from './load-balancing/code-deploy-without-load-balancer';
import duplicateTargetGroup from './load-balancing/duplicate-target-group';
import externalLaunchTypeWithLoadBalancer from './load-balancing/external-launch-type-with-load-balancer';
import gatewayHealthCheckPath from './load-balancing/gateway-health-check-path';
import gatewayHealthCheckTimeout from './load-balancing/gateway-health-check-timeout';
import gatewayMatcher from './load-balancing/gateway-matcher';
import incompleteAdvancedConfiguration from './load-balancing/incomplete-advanced-configuration';
import listenerInsteadOfRule from './load-balancing/listener-instead-of-rule';
import loadBalancerNameNotClassic from './load-balancing/load-balancer-name-not-classic';
import loadBalancerWithTwoTargets from './load-balancing/load-balancer-with-two-targets';
import loadBalancerWithoutContainer from './load-balancing/load-balancer-without-container';
import loadBalancerWithoutTarget from './load-balancing/load-balancer-without-target';
import severalEntriesWithClassic from './load-balancing/several-entries-with-classic';
import severalLoadBalancersWithCodeDeploy from './load-balancing/several-load-balancers-with-code-deploy';
import testListenerRuleSame from './load-balancing/test-listener-rule-same';
import trafficShiftWithoutAdvancedConfiguration from './load-balancing/traffic-shift-without-advanced-configuration';
import blockingLogMode from './logging/blocking-log-mode';
import bufferSizeWithBlocking from './logging/buffer-size-with-blocking';
import datetimeFormatNotStrftime from './logging/datetime-format-not-strftime';
import logBufferSizeFormat from './logging/log-buffer-size-format';
import logDriverNotOnFargate from './logging/log-driver-not-on-fargate';
import logHostWithProtocol from './logging/log-host-with-protocol';
import logOptionAlsoSecret from './logging/log-option-also-secret';
import logOptionOfOtherDriver from './logging/log-option-of-other-driver';
import logOptionValue from './logging/log-option-value';
import logWithoutStreamPrefix from './logging/log-without-stream-prefix';
import metricInTwoConfigurations from './logging/metric-in-two-configurations';
import missingLogOption from './logging/missing-log-option';
import multilinePatternDoesNotCompile from './logging/multiline-pattern-does-not-compile';
import plainTextSecret from './logging/plain-text-secret';
import twoMultilineOptions from './logging/two-multiline-options';
import unknownLogOption from './logging/unknown-log-option';
import emptyNetworkConfiguration from './network/empty-network-configuration';
import gracePeriodWithoutHealthCheck from './network/grace-period-without-health-check';
import missingNetworkConfiguration from './network/missing-network-configuration';
import notASecurityGroupId from './network/not-a-security-group-id';
import notASubnetId from './network/not-a-subnet-id';
import publicIpWithoutFargate from './network/public-ip-without-fargate';
import binpackField from './placement/binpack-field';
import distinctInstanceWithExpression from './placement/distinct-instance-with-expression';
import memberOfWithoutExpression from './placement/member-of-without-expression';
import placementExpression from './placement/placement-expression';
import placementOnFargate from './placement/placement-on-fargate';
import placementWithoutType from './placement/placement-without-type';
import randomWithField from './placement/random-with-field';
import spreadField from './placement/spread-field';
import strategyWithoutField from './placement/strategy-without-field';
import zoneRebalancingWithDaemon from './placement/zone-rebalancing-with-daemon';
import zoneRebalancingWithUnsuitedService from './placement/zone-rebalancing-with-unsuited-service';
import zoneRebalancingWithoutRoom from './placement/zone-rebalancing-without-room';
import breakerThresholdOutOfReach from './rollout/breaker-threshold-out-of-reach';
import daemonCannotMove from './rollout/daemon-cannot-move';
import rollbackWithoutCompletedDeployment from './rollout/rollback-without-completed-deployment';
import rolloutCannotMove from './rollout/rollout-cannot-move';
import rolloutDropsToZero from './rollout/rollout-drops-to-zero';
import rolloutNeedsSpareInstance from './rollout/rollout-needs-spare-instance';
import rolloutOutlastsWaiter from './rollout/rollout-outlasts-waiter';
import shiftOutlastsLimits from './rollout/shift-outlasts-limits';
import daemonOnFargate from './scheduling/daemon-on-fargate';
import daemonWithCapacityProviderStrategy from './scheduling/daemon-with-capacity-provider-strategy';
import daemonWithDesiredCount from './scheduling/daemon-with-desired-count';
import daemonWithMaximumPercentAbove100 from './scheduling/daemon-with-maximum-percent-above-100';
import daemonWithOtherController from './scheduling/daemon-with-other-controller';
import daemonWithPlacementStrategy from './scheduling/daemon-with-placement-strategy';
import daemonWithVolumeConfigurations from './scheduling/daemon-with-volume-configurations';
import daemonWithoutLaunchType from './scheduling/daemon-without-launch-type';
import missingDesiredCount from './scheduling/missing-desired-count';
import accessLogWithQueryParameters from './service-connect/access-log-with-query-parameters';
import accessLogWithoutLogConfiguration from './service-connect/access-log-without-log-configuration';
import clientAliasInTwoServices from './service-connect/client-alias-in-two-services';
import connectServiceWithoutAlias from './service-connect/connect-service-without-alias';
import containerConfigurationTwice from './service-connect/container-configuration-twice';
import discoveryNameInTwoServices from './service-connect/discovery-name-in-two-services';
import dnsNameLabels from './service-connect/dns-name-labels';
import duplicateClientAlias from './service-connect/duplicate-client-alias';
import duplicateDiscoveryName from './service-connect/duplicate-discovery-name';
import requestTimeoutAboveIdleTimeout from './service-connect/request-timeout-above-idle-timeout';
import serviceConnectDisabled from './service-connect/service-connect-disabled';
import serviceConnectWithOtherController from './service-connect/service-connect-with-other-controller';
import serviceConnectWithoutNamespace from './service-connect/service-connect-without-namespace';
import testTrafficRulesWithRolling from './service-connect/test-traffic-rules-with-rolling';
import tlsWithoutCertificateAuthority from './service-connect/tls-without-certificate-authority';
import tlsWithoutRole from './service-connect/tls-without-role';
import registriesOnOldPlatform from './service-discovery/registries-on-old-platform';
import registriesWithExternalLaunchType from './service-discovery/registries-with-external-launch-type';
import registryWithHalfAContainer from './service-discovery/registry-with-half-a-container';
import registryWithPortAndContainer from './service-discovery/registry-with-port-and-container';
import registryWithoutArn from './service-discovery/registry-without-arn';
import duplicateItem from './shape/duplicate-item';
import emptyString from './shape/empty-string';
import missingMember from './shape/missing-member';
import notAListedValue from './shape/not-a-listed-value';
import notAStep from './shape/not-a-step';
import notOneOf from './shape/not-one-of';
import nullValue from './shape/null-value';
import outOfRange from './shape/out-of-range';
import outputOnlyMember from './shape/output-only-member';
import schemaKey from './shape/schema-key';
import unknownMember from './shape/unknown-member';
import wrongCaseMember from './shape/wrong-case-member';
import wrongCount from './shape/wrong-count';
import wrongLength from './shape/wrong-length';
import wrongPattern from './shape/wrong-pattern';
import wrongType from './shape/wrong-type';
import emptyTaskDefinitionTags from './tags/empty-task-definition-tags';
import managedTagsNotPropagated from './tags/managed-tags-not-propagated';
import noTagsToPropagate from './tags/no-tags-to-propagate';
import reservedTagPrefix from './tags/reserved-tag-prefix';
import reservedVolumeTag from './tags/reserved-volume-tag';
import tagWithoutKey from './tags/tag-without-key';
import tagsDifferingInCase from './tags/tags-differing-in-case';
import armWithWindows from './task-definition/arm-with-windows';
import awsfirelensWithoutRouter from './task-definition/awsfirelens-without-router';
import awsvpcOnExternalInstances from './task-definition/awsvpc-on-external-instances';
import capabilityNotOnFargate from './task-definition/capability-not-on-fargate';
import classicLoadBalancerWithoutHostPort from './task-definition/classic-load-balancer-without-host-port';
import containerCpuAboveTask from './task-definition/container-cpu-above-task';
import containerLogDriverNotOnFargate from './task-definition/container-log-driver-not-on-fargate';
import containerLogWithoutOption from './task-definition/container-log-without-option';
import containerMemoryAboveTask from './task-definition/container-memory-above-task';
import containerNotInTaskDefinition from './task-definition/container-not-in-task-definition';
import containerWithoutImage from './task-definition/container-without-image';
import containerWithoutMemory from './task-definition/container-without-memory';
import containerWithoutName from './task-definition/container-without-name';
import containersAboveTaskMemory from './task-definition/containers-above-task-memory';
import dependencyCycle from './task-definition/dependency-cycle';
import dependencyNotInTaskDefinition from './task-definition/dependency-not-in-task-definition';
import dependencyOnEssentialContainer from './task-definition/dependency-on-essential-container';
import dependencyWithoutHealthCheck from './task-definition/dependency-without-health-check';
import devicesOnFargate from './task-definition/devices-on-fargate';
import dockerSecurityOptionsOnFargate from './task-definition/docker-security-options-on-fargate';
import duplicatePortName from './task-definition/duplicate-port-name';
import efsAccessPointWithRootDirectory from './task-definition/efs-access-point-with-root-directory';
import efsWithoutTransitEncryption from './task-definition/efs-without-transit-encryption';
import elasticInference from './task-definition/elastic-inference';
import environmentFileNotEnv from './task-definition/environment-file-not-env';
import ephemeralStorageOnEc2 from './task-definition/ephemeral-storage-on-ec2';
import execWithReadOnlyRoot from './task-definition/exec-with-read-only-root';
import execWithoutTaskRole from './task-definition/exec-without-task-role';
import fargateWithoutAwsvpc from './task-definition/fargate-without-awsvpc';
import faultInjectionNetworkMode from './task-definition/fault-injection-network-mode';
import fileSystemOfOtherPlatform from './task-definition/file-system-of-other-platform';
import firelensFileInS3OnFargate from './task-definition/firelens-file-in-s3-on-fargate';
import firelensFileNotArn from './task-definition/firelens-file-not-arn';
import fixedHostPortWithSeveralTasks from './task-definition/fixed-host-port-with-several-tasks';
import gpuOnFargate from './task-definition/gpu-on-fargate';
import gracePeriodBelowStartPeriod from './task-definition/grace-period-below-start-period';
import healthCheckCommand from './task-definition/health-check-command';
import hostPortDiffers from './task-definition/host-port-differs';
import ingressPortOfApplication from './task-definition/ingress-port-of-application';
import launchTypeNotInCompatibilities from './task-definition/launch-type-not-in-compatibilities';
import linkToUnknownContainer from './task-definition/link-to-unknown-container';
import malformedImage from './task-definition/malformed-image';
import missingExecutionRole from './task-definition/missing-execution-role';
import missingTaskSize from './task-definition/missing-task-size';
import missingVolumeConfiguration from './task-definition/missing-volume-configuration';
import mountOfUnknownVolume from './task-definition/mount-of-unknown-volume';
import mountPathTwice from './task-definition/mount-path-twice';
import networkConfigurationWithoutAwsvpc from './task-definition/network-configuration-without-awsvpc';
import networkModeNotForFargate from './task-definition/network-mode-not-for-fargate';
import networkModeNotForManagedInstances from './task-definition/network-mode-not-for-managed-instances';
import noEssentialContainer from './task-definition/no-essential-container';
import notAFileSystemId from './task-definition/not-a-file-system-id';
import notOnManagedInstances from './task-definition/not-on-managed-instances';
import oldPlatformForTaskDefinition from './task-definition/old-platform-for-task-definition';
import otherTaskDefinitionFamily from './task-definition/other-task-definition-family';
import outputOnlyTaskDefinitionMember from './task-definition/output-only-task-definition-member';
import parameterOfOtherAccount from './task-definition/parameter-of-other-account';
import placementConstraintsOfBothAbove10 from './task-definition/placement-constraints-of-both-above-10';
import platformVersionNotForWindows from './task-definition/platform-version-not-for-windows';
import portAndPortRange from './task-definition/port-and-port-range';
import portInSeveralMappings from './task-definition/port-in-several-mappings';
import portMappingWithoutPort from './task-definition/port-mapping-without-port';
import portNameNotInTaskDefinition from './task-definition/port-name-not-in-task-definition';
import portNotInTaskDefinition from './task-definition/port-not-in-task-definition';
import portUsedTwice from './task-definition/port-used-twice';
import portsNotForNetworkMode from './task-definition/ports-not-for-network-mode';
import privilegedOnFargate from './task-definition/privileged-on-fargate';
import propagateTagsWithoutTags from './task-definition/propagate-tags-without-tags';
import proxyLogWithoutRouter from './task-definition/proxy-log-without-router';
import proxyOfUnknownContainer from './task-definition/proxy-of-unknown-container';
import proxyWithoutAwsvpc from './task-definition/proxy-without-awsvpc';
import proxyWithoutProperty from './task-definition/proxy-without-property';
import registryWithoutContainer from './task-definition/registry-without-container';
import requestTimeoutOnTcpPort from './task-definition/request-timeout-on-tcp-port';
import reservationAboveMemory from './task-definition/reservation-above-memory';
import reservedHostPort from './task-definition/reserved-host-port';
import routerWithoutAwsfirelens from './task-definition/router-without-awsfirelens';
import secretAlsoInEnvironment from './task-definition/secret-also-in-environment';
import serviceConnectNetworkMode from './task-definition/service-connect-network-mode';
import serviceConnectOverUdp from './task-definition/service-connect-over-udp';
import settingNotOnWindows from './task-definition/setting-not-on-windows';
import settingNotWithAwsvpc from './task-definition/setting-not-with-awsvpc';
import severalVolumesConfiguredAtLaunch from './task-definition/several-volumes-configured-at-launch';
import sharedNamespaceOnFargate from './task-definition/shared-namespace-on-fargate';
import sizeNotOnFargate from './task-definition/size-not-on-fargate';
import softLimitAboveHardLimit from './task-definition/soft-limit-above-hard-limit';
import spotWithWindows from './task-definition/spot-with-windows';
import swapOrSharedMemoryOnFargate from './task-definition/swap-or-shared-memory-on-fargate';
import taskCpuOutOfRange from './task-definition/task-cpu-out-of-range';
import taskDefinitionTooLarge from './task-definition/task-definition-too-large';
import taskPlacementOnFargate from './task-definition/task-placement-on-fargate';
import timeoutNotOnFargate from './task-definition/timeout-not-on-fargate';
import ulimitNotOnFargate from './task-definition/ulimit-not-on-fargate';
import unreadableTaskSize from './task-definition/unreadable-task-size';
import volumeConfiguredAtLaunchNotMounted from './task-definition/volume-configured-at-launch-not-mounted';
import volumeKindNotOnFargate from './task-definition/volume-kind-not-on-fargate';
import volumeNotInTaskDefinition from './task-definition/volume-not-in-task-definition';
import volumeOfSeveralKinds from './task-definition/volume-of-several-kinds';
import volumesFromUnknownContainer from './task-definition/volumes-from-unknown-container';
import wrongPortRange from './task-definition/wrong-port-range';
import changeStartsDeployment from './update/change-starts-deployment';
import providerChangeWithoutForce from './update/provider-change-without-force';
import serviceConnectPortChanged from './update/service-connect-port-changed';
import updateCannotChange from './update/update-cannot-change';
import updateNotForController from './update/update-not-for-controller';
import updateWithCodeDeploy from './update/update-with-code-deploy';
import initializationRateWithoutSnapshot from './volumes/initialization-rate-without-snapshot';
import magneticVolumeOnFargate from './volumes/magnetic-volume-on-fargate';
import malformedSnapshotId from './volumes/malformed-snapshot-id';
import volumeFigureOutOfRange from './volumes/volume-figure-out-of-range';
import volumeIopsPerSize from './volumes/volume-iops-per-size';
import volumeKeyWithoutEncryption from './volumes/volume-key-without-encryption';
import volumeNotForThisService from './volumes/volume-not-for-this-service';
import volumeSettingNotTaken from './volumes/volume-setting-not-taken';
import volumeThroughputPerIops from './volumes/volume-throughput-per-iops';
import volumeWithoutEbs from './volumes/volume-without-ebs';
import volumeWithoutIops from './volumes/volume-without-iops';
import volumeWithoutSize from './volumes/volume-without-size';
import registryInTwoServices from './workspace/registry-in-two-services';
import serviceDefinedTwice from './workspace/service-defined-twice';
import targetGroupInTwoServices from './workspace/target-group-in-two-services';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
  baseAboveDesiredCount as Rule,
  capacityProviderArn as Rule,
  externalLaunchTypeWithNetworkConfiguration as Rule,
  fargateSpotLaunchType as Rule,
  launchTypeWithCapacityProviderStrategy as Rule,
  managedInstancesLaunchType as Rule,
  mixedCapacityProviders as Rule,
  noPositiveWeight as Rule,
  oldPlatformForFeature as Rule,
  platformVersionWithoutFargate as Rule,
  providerWithoutShare as Rule,
  reservedProviderName as Rule,
  severalBases as Rule,
  spotOnOldPlatform as Rule,
  unknownPlatformVersion as Rule,
  alarmsWithOtherController as Rule,
  bakeTimeWithRolling as Rule,
  circuitBreakerWithClassicLoadBalancer as Rule,
  circuitBreakerWithOtherController as Rule,
  circuitBreakerWithTrafficShift as Rule,
  earlySuccessBelowMinimum as Rule,
  earlySuccessWithOtherStrategy as Rule,
  externalControllerWithTaskSetMember as Rule,
  hooksWithoutTrafficShift as Rule,
  incompleteEarlySuccess as Rule,
  incompleteLambdaHook as Rule,
  maximumPercentBelow100 as Rule,
  minimumAboveMaximumPercent as Rule,
  missingBakeTime as Rule,
  noAlarmNames as Rule,
  pauseHookWhileTrafficMoves as Rule,
  pauseHookWithTarget as Rule,
  pauseHookWithoutStage as Rule,
  percentagesThatBlockDeployments as Rule,
  percentagesWithOtherController as Rule,
  rollbackWhileDisabled as Rule,
  severalAlarmsInOneName as Rule,
  shiftSettingsWithoutStrategy as Rule,
  shiftWithoutTraffic as Rule,
  strategyWithOtherController as Rule,
  thresholdAbove100Percent as Rule,
  tooManyHooks as Rule,
  commentInJson as Rule,
  duplicateKey as Rule,
  invalidSyntax as Rule,
  mergeConflict as Rule,
  tooLargeToCheck as Rule,
  trailingComma as Rule,
  arnsOfSeveralAccounts as Rule,
  arnsOfSeveralRegions as Rule,
  clusterName as Rule,
  constantClientToken as Rule,
  malformedArn as Rule,
  missingTaskDefinition as Rule,
  roleWithServiceLinkedRole as Rule,
  roleWithoutLoadBalancer as Rule,
  taskDefinitionName as Rule,
  wrongArnResource as Rule,
  advancedConfigurationInSomeEntries as Rule,
  advancedConfigurationWithClassic as Rule,
  advancedConfigurationWithRolling as Rule,
  alternateTargetGroupSame as Rule,
  classicLoadBalancerWithAwsvpc as Rule,
  classicLoadBalancerWithCodeDeploy as Rule,
  classicLoadBalancerWithTrafficShift as Rule,
  codeDeployWithoutLoadBalancer as Rule,
  duplicateTargetGroup as Rule,
  externalLaunchTypeWithLoadBalancer as Rule,
  gatewayHealthCheckPath as Rule,
  gatewayHealthCheckTimeout as Rule,
  gatewayMatcher as Rule,
  incompleteAdvancedConfiguration as Rule,
  listenerInsteadOfRule as Rule,
  loadBalancerNameNotClassic as Rule,
  loadBalancerWithTwoTargets as Rule,
  loadBalancerWithoutContainer as Rule,
  loadBalancerWithoutTarget as Rule,
  severalEntriesWithClassic as Rule,
  severalLoadBalancersWithCodeDeploy as Rule,
  testListenerRuleSame as Rule,
  trafficShiftWithoutAdvancedConfiguration as Rule,
  blockingLogMode as Rule,
  bufferSizeWithBlocking as Rule,
  datetimeFormatNotStrftime as Rule,
  logBufferSizeFormat as Rule,
  logDriverNotOnFargate as Rule,
  logHostWithProtocol as Rule,
  logOptionAlsoSecret as Rule,
  logOptionOfOtherDriver as Rule,
  logOptionValue as Rule,
  logWithoutStreamPrefix as Rule,
  metricInTwoConfigurations as Rule,
  missingLogOption as Rule,
  multilinePatternDoesNotCompile as Rule,
  plainTextSecret as Rule,
  twoMultilineOptions as Rule,
  unknownLogOption as Rule,
  emptyNetworkConfiguration as Rule,
  gracePeriodWithoutHealthCheck as Rule,
  missingNetworkConfiguration as Rule,
  notASecurityGroupId as Rule,
  notASubnetId as Rule,
  publicIpWithoutFargate as Rule,
  binpackField as Rule,
  distinctInstanceWithExpression as Rule,
  memberOfWithoutExpression as Rule,
  placementExpression as Rule,
  placementOnFargate as Rule,
  placementWithoutType as Rule,
  randomWithField as Rule,
  spreadField as Rule,
  strategyWithoutField as Rule,
  zoneRebalancingWithDaemon as Rule,
  zoneRebalancingWithUnsuitedService as Rule,
  zoneRebalancingWithoutRoom as Rule,
  breakerThresholdOutOfReach as Rule,
  daemonCannotMove as Rule,
  rollbackWithoutCompletedDeployment as Rule,
  rolloutCannotMove as Rule,
  rolloutDropsToZero as Rule,
  rolloutNeedsSpareInstance as Rule,
  rolloutOutlastsWaiter as Rule,
  shiftOutlastsLimits as Rule,
  daemonOnFargate as Rule,
  daemonWithCapacityProviderStrategy as Rule,
  daemonWithDesiredCount as Rule,
  daemonWithMaximumPercentAbove100 as Rule,
  daemonWithOtherController as Rule,
  daemonWithPlacementStrategy as Rule,
  daemonWithVolumeConfigurations as Rule,
  daemonWithoutLaunchType as Rule,
  missingDesiredCount as Rule,
  accessLogWithQueryParameters as Rule,
  accessLogWithoutLogConfiguration as Rule,
  clientAliasInTwoServices as Rule,
  connectServiceWithoutAlias as Rule,
  containerConfigurationTwice as Rule,
  discoveryNameInTwoServices as Rule,
  dnsNameLabels as Rule,
  duplicateClientAlias as Rule,
  duplicateDiscoveryName as Rule,
  requestTimeoutAboveIdleTimeout as Rule,
  serviceConnectDisabled as Rule,
  serviceConnectWithOtherController as Rule,
  serviceConnectWithoutNamespace as Rule,
  testTrafficRulesWithRolling as Rule,
  tlsWithoutCertificateAuthority as Rule,
  tlsWithoutRole as Rule,
  registriesOnOldPlatform as Rule,
  registriesWithExternalLaunchType as Rule,
  registryWithHalfAContainer as Rule,
  registryWithPortAndContainer as Rule,
  registryWithoutArn as Rule,
  duplicateItem as Rule,
  emptyString as Rule,
  missingMember as Rule,
  notAListedValue as Rule,
  notAStep as Rule,
  notOneOf as Rule,
  nullValue as Rule,
  outOfRange as Rule,
  outputOnlyMember as Rule,
  schemaKey as Rule,
  unknownMember as Rule,
  wrongCaseMember as Rule,
  wrongCount as Rule,
  wrongLength as Rule,
  wrongPattern as Rule,
  wrongType as Rule,
  emptyTaskDefinitionTags as Rule,
  managedTagsNotPropagated as Rule,
  noTagsToPropagate as Rule,
  reservedTagPrefix as Rule,
  reservedVolumeTag as Rule,
  tagWithoutKey as Rule,
  tagsDifferingInCase as Rule,
  armWithWindows as Rule,
  awsfirelensWithoutRouter as Rule,
  awsvpcOnExternalInstances as Rule,
  capabilityNotOnFargate as Rule,
  classicLoadBalancerWithoutHostPort as Rule,
  containerCpuAboveTask as Rule,
  containerLogDriverNotOnFargate as Rule,
  containerLogWithoutOption as Rule,
  containerMemoryAboveTask as Rule,
  containerNotInTaskDefinition as Rule,
  containerWithoutImage as Rule,
  containerWithoutMemory as Rule,
  containerWithoutName as Rule,
  containersAboveTaskMemory as Rule,
  dependencyCycle as Rule,
  dependencyNotInTaskDefinition as Rule,
  dependencyOnEssentialContainer as Rule,
  dependencyWithoutHealthCheck as Rule,
  devicesOnFargate as Rule,
  dockerSecurityOptionsOnFargate as Rule,
  duplicatePortName as Rule,
  efsAccessPointWithRootDirectory as Rule,
  efsWithoutTransitEncryption as Rule,
  elasticInference as Rule,
  environmentFileNotEnv as Rule,
  ephemeralStorageOnEc2 as Rule,
  execWithReadOnlyRoot as Rule,
  execWithoutTaskRole as Rule,
  fargateWithoutAwsvpc as Rule,
  faultInjectionNetworkMode as Rule,
  fileSystemOfOtherPlatform as Rule,
  firelensFileInS3OnFargate as Rule,
  firelensFileNotArn as Rule,
  fixedHostPortWithSeveralTasks as Rule,
  gpuOnFargate as Rule,
  gracePeriodBelowStartPeriod as Rule,
  healthCheckCommand as Rule,
  hostPortDiffers as Rule,
  ingressPortOfApplication as Rule,
  launchTypeNotInCompatibilities as Rule,
  linkToUnknownContainer as Rule,
  malformedImage as Rule,
  missingExecutionRole as Rule,
  missingTaskSize as Rule,
  missingVolumeConfiguration as Rule,
  mountOfUnknownVolume as Rule,
  mountPathTwice as Rule,
  networkConfigurationWithoutAwsvpc as Rule,
  networkModeNotForFargate as Rule,
  networkModeNotForManagedInstances as Rule,
  noEssentialContainer as Rule,
  notAFileSystemId as Rule,
  notOnManagedInstances as Rule,
  oldPlatformForTaskDefinition as Rule,
  otherTaskDefinitionFamily as Rule,
  outputOnlyTaskDefinitionMember as Rule,
  parameterOfOtherAccount as Rule,
  placementConstraintsOfBothAbove10 as Rule,
  platformVersionNotForWindows as Rule,
  portAndPortRange as Rule,
  portInSeveralMappings as Rule,
  portMappingWithoutPort as Rule,
  portNameNotInTaskDefinition as Rule,
  portNotInTaskDefinition as Rule,
  portUsedTwice as Rule,
  portsNotForNetworkMode as Rule,
  privilegedOnFargate as Rule,
  propagateTagsWithoutTags as Rule,
  proxyLogWithoutRouter as Rule,
  proxyOfUnknownContainer as Rule,
  proxyWithoutAwsvpc as Rule,
  proxyWithoutProperty as Rule,
  registryWithoutContainer as Rule,
  requestTimeoutOnTcpPort as Rule,
  reservationAboveMemory as Rule,
  reservedHostPort as Rule,
  routerWithoutAwsfirelens as Rule,
  secretAlsoInEnvironment as Rule,
  serviceConnectNetworkMode as Rule,
  serviceConnectOverUdp as Rule,
  settingNotOnWindows as Rule,
  settingNotWithAwsvpc as Rule,
  severalVolumesConfiguredAtLaunch as Rule,
  sharedNamespaceOnFargate as Rule,
  sizeNotOnFargate as Rule,
  softLimitAboveHardLimit as Rule,
  spotWithWindows as Rule,
  swapOrSharedMemoryOnFargate as Rule,
  taskCpuOutOfRange as Rule,
  taskDefinitionTooLarge as Rule,
  taskPlacementOnFargate as Rule,
  timeoutNotOnFargate as Rule,
  ulimitNotOnFargate as Rule,
  unreadableTaskSize as Rule,
  volumeConfiguredAtLaunchNotMounted as Rule,
  volumeKindNotOnFargate as Rule,
  volumeNotInTaskDefinition as Rule,
  volumeOfSeveralKinds as Rule,
  volumesFromUnknownContainer as Rule,
  wrongPortRange as Rule,
  changeStartsDeployment as Rule,
  providerChangeWithoutForce as Rule,
  serviceConnectPortChanged as Rule,
  updateCannotChange as Rule,
  updateNotForController as Rule,
  updateWithCodeDeploy as Rule,
  initializationRateWithoutSnapshot as Rule,
  magneticVolumeOnFargate as Rule,
  malformedSnapshotId as Rule,
  volumeFigureOutOfRange as Rule,
  volumeIopsPerSize as Rule,
  volumeKeyWithoutEncryption as Rule,
  volumeNotForThisService as Rule,
  volumeSettingNotTaken as Rule,
  volumeThroughputPerIops as Rule,
  volumeWithoutEbs as Rule,
  volumeWithoutIops as Rule,
  volumeWithoutSize as Rule,
  registryInTwoServices as Rule,
  serviceDefinedTwice as Rule,
  targetGroupInTwoServices as Rule,
];

/** A rule by its id. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
