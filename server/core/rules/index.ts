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
import commentInJson from './file/comment-in-json';
import duplicateKey from './file/duplicate-key';
import invalidSyntax from './file/invalid-syntax';
import mergeConflict from './file/merge-conflict';
import trailingComma from './file/trailing-comma';
import arnsOfSeveralAccounts from './identity/arns-of-several-accounts';
import arnsOfSeveralRegions from './identity/arns-of-several-regions';
import malformedArn from './identity/malformed-arn';
import wrongArnResource from './identity/wrong-arn-resource';
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
  commentInJson as Rule,
  duplicateKey as Rule,
  invalidSyntax as Rule,
  mergeConflict as Rule,
  trailingComma as Rule,
  arnsOfSeveralAccounts as Rule,
  arnsOfSeveralRegions as Rule,
  malformedArn as Rule,
  wrongArnResource as Rule,
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
];

/** A rule by its id. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
