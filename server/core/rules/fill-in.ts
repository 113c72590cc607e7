import type { Fact } from '../model/fact';
import type { Change } from '../syntax';
import { set } from './fixes';

/** Words for values that only the person knows; rules about the values leave them alone (see placeholder.ts). */
export const TO_FILL_IN = {
  targetGroupArn: 'TARGET_GROUP_ARN',
  alternateTargetGroupArn: 'ALTERNATE_TARGET_GROUP_ARN',
  productionListenerRule: 'LISTENER_RULE_ARN',
  roleArn: 'INFRASTRUCTURE_ROLE_ARN',
  registryArn: 'REGISTRY_ARN',
  awsPcaAuthorityArn: 'CERTIFICATE_AUTHORITY_ARN',
} as const;

/** Adds members with such words. */
export function fillIn(owner: Fact<never> | Fact, names: readonly (keyof typeof TO_FILL_IN)[]): Change[] {
  return names.flatMap((name) => set(owner, name, TO_FILL_IN[name]));
}
