/**
 * What a document may hold, as plain data. Written by `npm run generate` from the zod schemas of this folder into
 * `generated/`, read by everything that runs: binding, shape rules, completion, hover. No zod at run time.
 */

/**
 * Who says so, strongest first:
 * - `model`: the API's own service model, or the parser in front of it (member names, types, required members, enums);
 * - `recorded`: refused by the real API, with a recorded error;
 * - `doc`: stated by AWS's documents, not seen enforced;
 * - `assumption`: follows from how ECS works, stated nowhere.
 * Nobody has seen a `doc` or `assumption` limit enforced: a finding about one is a warning at most.
 */
export type Enforced = 'model' | 'recorded' | 'doc' | 'assumption';

export type LimitName =
  | 'min'
  | 'max'
  | 'multipleOf'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'minItems'
  | 'maxItems'
  | 'uniqueBy'
  | 'enum';

/** When the API first had the member: in the 2019 reference, by October 2024, or later. */
export type Since = 'API-2019' | 'BOTO3-2024' | '2026';

export type Unit =
  | 'seconds'
  | 'minutes'
  | 'percent'
  | 'MiB'
  | 'GiB'
  | 'MiB/s'
  | 'IOPS'
  | 'CPU units'
  | 'milliseconds'
  | 'tasks';

/** The resources that an ARN member takes. */
export type ArnKind =
  | 'cluster'
  | 'service'
  | 'task-definition'
  | 'target-group'
  | 'load-balancer'
  | 'listener'
  | 'listener-rule'
  | 'lattice-target-group'
  | 'lattice-listener'
  | 'lattice-listener-rule'
  | 'registry'
  | 'namespace'
  | 'role'
  | 'kms-key'
  | 'lambda'
  | 'secret'
  | 'parameter'
  | 'certificate-authority'
  | 's3-object'
  | 's3-files'
  | 's3-files-access-point'
  | 'credential-spec';

export interface ArnFact {
  takes: ArnKind[];
  /** What may stand there instead of an ARN; absent: only an ARN. */
  short?: 'name' | 'name-or-id' | 'family-revision' | 'key-id-or-alias' | 'parameter-name' | 'secret-name';
}

/** What a string names, so that it can be completed, followed and renamed. */
export type NameKind =
  | 'service'
  | 'cluster'
  | 'family'
  | 'container'
  | 'port'
  | 'volume'
  | 'discovery'
  | 'dns'
  | 'namespace'
  | 'capacity-provider'
  | 'load-balancer'
  | 'role'
  | 'alarm'
  | 'subnet'
  | 'security-group'
  | 'snapshot'
  | 'kms-key'
  | 'image'
  | 'environment-variable'
  | 'zone'
  | 'file-system';

export interface NameFact {
  kind: NameKind;
  /** Whether the value gives the name or uses one that something else gives. */
  role: 'defines' | 'refers';
}

export type Scalar = string | number | boolean;

/** What ECS takes when the member is absent. `value` or `text` holds where no case applies. */
export interface Default {
  value?: Scalar;
  /** In words, when it is no plain value or depends on something outside the file. */
  text?: string;
  cases?: { when: string; value?: Scalar; text?: string }[];
}

/**
 * What UpdateService does with a change of a top-level member: starts a deployment, takes effect without one,
 * refuses the member, or uses it only to find the service.
 */
export type UpdateEffect = 'deploys' | 'in-place' | 'refused' | 'locates';

export interface Facts {
  /** The model marks it: the request is refused without it. */
  required?: true;
  /** Not marked in the model, and yet nothing works without it. Says how sure that is. */
  needed?: Exclude<Enforced, 'model'>;
  default?: Default;
  unit?: Unit;
  /** Absent: has been there since 2019. */
  since?: Since;
  /** The value is a secret and should not stand in a file. */
  secret?: true;
  /** 1: nearly every definition has it; 2: common; absent: rare. */
  rank?: 1 | 2;
  arn?: ArnFact;
  names?: NameFact;
  update?: UpdateEffect;
  /** Who stands behind a limit; `model` where a limit is not listed. */
  enforced?: Partial<Record<LimitName, Enforced>>;
  /** AWS has withdrawn the feature; says what to do instead. */
  deprecated?: string;
  /** `null` is ordinary for ecspresso here and means "leave as it is". */
  nullable?: true;
}

export type Shape = ObjectShape | ListShape | MapShape | StringShape | NumberShape | BooleanShape | DocumentShape;

export interface ObjectShape extends Facts {
  type: 'object';
  members: Record<string, Shape>;
  /** A union: exactly one of the members may be given. */
  union?: true;
}

export interface ListShape extends Facts {
  type: 'list';
  item: Shape;
  minItems?: number;
  maxItems?: number;
  /** Items must differ in these members; `[]`: in the whole item. */
  uniqueBy?: string[];
}

/** Free keys, such as log options. */
export interface MapShape extends Facts {
  type: 'map';
  value: Shape;
  /** Keys worth offering; others are fine too. */
  keys?: Record<string, KnownKey>;
}

export interface KnownKey {
  /** Only for this value of the member named by `of` beside the map, e.g. logDriver awslogs. */
  when?: string[];
  values?: string[];
  secret?: true;
  required?: true;
}

export interface StringShape extends Facts {
  type: 'string';
  /** The values the API knows, unless `open`. */
  enum?: string[];
  /** `enum` lists only values worth offering; others may be right. */
  open?: true;
  /** Source of a regular expression for the flag `u`; it matches the whole value. */
  pattern?: string;
  /** The pattern in words, to end a sentence: "may hold …". */
  patternHelp?: string;
  /** In code points. */
  minLength?: number;
  maxLength?: number;
}

export interface NumberShape extends Facts {
  type: 'integer' | 'double';
  min?: number;
  max?: number;
  multipleOf?: number;
  /** The only values allowed. */
  enum?: number[];
}

export interface BooleanShape extends Facts {
  type: 'boolean';
}

/** Any JSON value: the API hands it on as it is. */
export interface DocumentShape extends Facts {
  type: 'document';
}

/** The texts of one path. Kept apart from the shapes, so that they load only when somebody hovers or completes. */
export interface Doc {
  doc: string;
  /** Reference page. Members of our own inputs have none. */
  url?: string;
  /** Developer guide page, when one explains more than the reference. */
  guide?: string;
  enumDocs?: Record<string, string>;
  keyDocs?: Record<string, string>;
  /** Where each limit is known from. */
  sources?: Partial<Record<LimitName | 'needed', string>>;
  /** A body to insert for the value; strings may hold `${1:placeholder}`. */
  snippet?: unknown;
}

/** By path: member names joined by `.`, `[]` after a list, e.g. `loadBalancers[].containerName`. */
export type Docs = Record<string, Doc>;
