/** Scheme of the read-only documents that the server writes. */
export const CONTENT_SCHEME = 'ecs-preflight';

const RULE_PAGE = new RegExp(`^${CONTENT_SCHEME}:/+rules/([a-z0-9-]+)\\.md$`);

export const rulePageUri = {
  of: (rule: string): string => `${CONTENT_SCHEME}:/rules/${rule}.md`,
  /** The rule of a page; undefined for any other URI. */
  parse: (uri: string): string | undefined => RULE_PAGE.exec(uri)?.[1],
};
