/** What a file is meant for. The profile decides which members are wanted, refused or tolerated; the shape stays the same. */
export const PROFILES = ['create-service', 'update-service', 'ecspresso', 'describe-services'] as const;
export type Profile = (typeof PROFILES)[number];

/** Severities a rule can be set to, loudest first. */
export const LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Level = (typeof LEVELS)[number];

/** The API model that the schemas were checked against. A member newer than this is a warning, never an error. */
export const MODEL = { package: '@aws-sdk/client-ecs', version: '3.1162.0', date: '2026-11-04' } as const;

/** Members that an ecspresso service definition leaves out on purpose: they come from ecspresso.yml. */
export const ECSPRESSO_SUPPLIES = ['serviceName', 'cluster', 'taskDefinition'] as const;

/** Members of a describe-services answer that an input calls differently. */
export const RENAMED_IN_RESPONSE = { clusterArn: 'cluster', roleArn: 'role' } as const;
