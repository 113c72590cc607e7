/** Where a reader finds the cause of a thing: JSON pointers of the service definition (CreateService's shape). */
import type { Source } from './report/types';

const CONFIGURATION = '/deploymentConfiguration';

export const MINIMUM: Source = `${CONFIGURATION}/minimumHealthyPercent`;
export const MAXIMUM: Source = `${CONFIGURATION}/maximumPercent`;
export const DESIRED: Source = '/desiredCount';
export const BREAKER: Source = `${CONFIGURATION}/deploymentCircuitBreaker`;

export const breakerSource = (member: 'enable' | 'rollback' | 'thresholdConfiguration'): Source =>
  `${BREAKER}/${member}`;
export const alarmSource = (member: 'enable' | 'rollback' | 'alarmNames'): Source =>
  `${CONFIGURATION}/alarms/${member}`;
export const configurationSource = (member: string): Source => `${CONFIGURATION}/${member}`;
