import { type Controller, traitsOf } from '../../model/traits';
import type { RuleContext } from '../rule';

/** The controller of the service. An update leaves out what stays as it is: there the previous version tells, if it can. */
export function controllerOf({ service, traits, previous }: RuleContext): Controller | undefined {
  if (traits.controller || service.get('deploymentController').given || !previous) return traits.controller;
  const before = traitsOf(previous).controller;
  const wholeBefore = previous.get('serviceName').given && previous.get('deploymentController').absent;
  return before ?? (wholeBefore ? 'ECS' : undefined);
}
