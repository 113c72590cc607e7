/** Where AWS explains things. */
export const REFERENCE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/';
export const GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/';

/** Requests whose members have anchors of their own form on the page of the action. */
const ACTIONS = new Set(['CreateService', 'UpdateService', 'RegisterTaskDefinition']);

/** Page of a member in the API reference. Structures of our own have names in lower case and no page there. */
export function referenceUrl(structure: string, member: string): string | undefined {
  if (/^[a-z]/.test(structure)) return undefined;
  const page = `${REFERENCE}API_${structure}.html`;
  return ACTIONS.has(structure)
    ? `${page}#ECS-${structure}-request-${member}`
    : `${page}#ECS-Type-${structure}-${member}`;
}

export const guideUrl = (page: string): string => `${GUIDE}${page}`;
