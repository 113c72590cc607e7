/** Pages that several rules point to, written once. */
import { GUIDE, REFERENCE } from '../../../schemas/pages';

/** A page of the API reference: `api('CreateService')`. */
export const api = (page: string) => `${REFERENCE}API_${page}.html`;
/** A page of the developer guide: `guide('service-auto-scaling')`. */
export const guide = (page: string) => `${GUIDE}${page}.html`;
/** A public issue or pull request: `github('aws/containers-roadmap/issues/692')`. */
export const github = (path: string) => `https://github.com/${path}`;

/** Where AWS quotes what ECS answers to a blue/green service at once, and what goes wrong later. */
export const BLUE_GREEN_ERRORS = guide('troubleshooting-blue-green');

export const CREATE_SERVICE = api('CreateService');
export const UPDATE_SERVICE = api('UpdateService');
export const REGISTER_TASK_DEFINITION = api('RegisterTaskDefinition');
export const INPUT_FILES = 'https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html';
