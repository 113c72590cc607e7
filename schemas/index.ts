/** The zod schemas: for generation and tests. What runs imports `runtime` instead. */
export { cluster } from './cluster';
export { derive, membersByPath } from './derive';
export { defaultInWords, jsonSchema } from './json-schema';
export { responseService, service, serviceUpdate } from './service';
export { settings } from './settings';
export { responseTaskDefinition, taskDefinition } from './task-definition';
export type * from './types';
