/** Scheme of the read-only documents that the server writes. */
export const CONTENT_SCHEME = 'ecs-preflight';

const RULE_PAGE = new RegExp(`^${CONTENT_SCHEME}:/+rules/([a-z0-9-]+)\\.md$`);
const ROLLOUT = new RegExp(`^${CONTENT_SCHEME}:/+rollout\\.md\\?(.+)$`);

export const rulePageUri = {
  of: (rule: string): string => `${CONTENT_SCHEME}:/rules/${rule}.md`,
  /** The rule of a page; undefined for any other URI. */
  parse: (uri: string): string | undefined => RULE_PAGE.exec(uri)?.[1],
};

export const rolloutUri = {
  /** The report on the service at `prefix` of a file. */
  of: (uri: string, prefix: string): string =>
    `${CONTENT_SCHEME}:/rollout.md?${encodeURIComponent(JSON.stringify([uri, prefix]))}`,
  /** The file and the prefix; undefined for any other URI. */
  parse(uri: string): [uri: string, prefix: string] | undefined {
    const query = ROLLOUT.exec(uri)?.[1];
    if (query === undefined) return undefined;
    try {
      const value: unknown = JSON.parse(decodeURIComponent(query));
      return Array.isArray(value) && value.every((part) => typeof part === 'string') && value.length === 2
        ? (value as [string, string])
        : undefined;
    } catch {
      return undefined;
    }
  },
};
