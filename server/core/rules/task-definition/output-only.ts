import { memberOf, type ObjectShape, taskDefinitionResponse } from '../../../../schemas/runtime';

/** Whether an answer of ECS has a member of this name that the request does not have. */
export function isOutput(name: string): boolean {
  return memberOf(taskDefinitionResponse as ObjectShape, name) !== undefined;
}
