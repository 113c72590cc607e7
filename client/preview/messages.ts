/**
 * What the page of the preview and its host say to each other: plain JSON, a tagged union, with the version of the
 * protocol in each message. Both sides read at the border and drop what they do not know.
 */
import type { Assumed } from '../../server/core/rollout/plan-of';
import type { MemberEdit, Overrides } from '../../server/core/rollout/what-if';
import type { ManyReport } from '../../server/core/simulator/many-report';
import type { Plan } from '../../server/core/simulator/plan';
import type { Report } from '../../server/core/simulator/report/types';

export const VERSION = 1;

/** A plan with its run, and what to call it. */
export interface Run {
  label: string;
  plan: Plan;
  report: Report;
}

/** What is known of the definition on show. */
export interface Shown {
  /** Of the document; empty in a report that stands alone. */
  uri: string;
  /** Which definition of the document, as JSON pointer prefix. */
  prefix: string;
  /** Name of the file, for people. */
  file: string;
  /** All services of the document, when there are several. */
  services: { prefix: string; name: string }[];
  plan: Plan;
  report: Report;
  assumed: Assumed[];
  /** JSON pointers that stand in the file: what can be revealed. */
  pointers: string[];
  /** Whether the definition has a task definition to reveal `taskDefinition#` pointers in. */
  taskDefinition: boolean;
  /** Many runs of the plan, where they were made before. */
  many?: ManyReport;
}

/** What the host can do; a page alone asks for nothing of it. */
export interface Abilities {
  reveal: boolean;
  apply: boolean;
  /** Other versions to compare with. */
  compare: CompareWith[];
}

export type CompareWith = 'saved' | 'head' | 'file';

/** What the person turned and looked at; enough to show the same again, since the same plan gives the same run. */
export interface PageState {
  uri: string;
  prefix: string;
  overrides: Overrides;
  /** ms; the moment of the cursor. */
  time: number;
  /** Ids of the sections that are open. */
  open: string[];
}

export type ToPage = { v: typeof VERSION } & (
  | { type: 'show'; shown: Shown; abilities: Abilities; state?: PageState }
  /** There is nothing to show any more, in words. */
  | { type: 'nothing'; text: string }
  | { type: 'simulated'; id: number; report: Report }
  /** How many of the runs are made, 0 to 1. */
  | { type: 'progress'; id: number; share: number }
  | { type: 'many'; id: number; report: ManyReport; done: boolean }
  | { type: 'compare'; run: Run }
  /** The answer to a request that could not be met, or a word after one that was. */
  | { type: 'said'; id?: number; text: string }
);

export type SaveKind = 'svg' | 'csv' | 'json' | 'html' | 'markdown';

export type ToHost = { v: typeof VERSION } & (
  | { type: 'ready' }
  | { type: 'simulate'; id: number; plan: Plan }
  | { type: 'many'; id: number; plan: Plan; runs: number }
  | { type: 'cancel'; id: number }
  | { type: 'reveal'; pointer: string }
  | { type: 'leave' }
  | { type: 'choose'; prefix: string }
  | { type: 'apply'; edits: MemberEdit[] }
  | { type: 'compare'; with: CompareWith }
  /** `html` comes without text: the host makes it from the plan. */
  | { type: 'save'; kind: SaveKind; name: string; text: string; plan: Plan }
  | { type: 'copy'; text: string }
  | { type: 'state'; state: PageState }
);

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const flag: Check = (value) => typeof value === 'boolean';
const scalar: Check = (value) => text(value) || number(value) || flag(value);
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value as string);
const object =
  (shape: Shape): Check =>
  (value) =>
    isRecord(value) && Object.entries(shape).every(([name, check]) => check(value[name]));
const record =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);

/** The simulator takes any numbers, so a plan is only asked to be one. */
const plan = object({
  desired: number,
  change: optional(oneOf('create', 'update', 'none')),
  scenario: optional(list(isRecord)),
});
const numbers = list(number);
const report = object({
  version: (value) => value === 1,
  verdict: object({ outcome: text, why: text, source: text }),
  counts: object({ desired: number, lower: number, upper: number, floor: number, peak: number }),
  series: object({ t: numbers, oldHealthy: numbers, newHealthy: numbers, total: numbers }),
  tasks: object({ revision: numbers, launched: numbers, stopped: numbers }),
  events: list(object({ at: number, message: text, source: text })),
  phases: list(object({ name: text, from: number })),
  assumptions: list(object({ name: text, value: text, what: text, source: text })),
  figures: record(number),
  end: number,
});
const state = object({ uri: text, prefix: text, overrides: record(scalar), time: number, open: list(text) });
const compareWith = oneOf('saved', 'head', 'file');
const quantiles = object({ p5: number, p50: number, p95: number });
const fan = object({ t: numbers, p5: numbers, p25: numbers, p50: numbers, p75: numbers, p95: numbers });
const many = object({
  runs: number,
  floor: quantiles,
  peak: quantiles,
  probability: record(number),
  healthy: fan,
  total: fan,
});

const TO_PAGE: Readonly<Record<string, Shape>> = {
  show: {
    shown: object({
      uri: text,
      prefix: text,
      file: text,
      services: list(object({ prefix: text, name: text })),
      plan,
      report,
      assumed: list(object({ pointer: text, what: optional(text), why: text, value: scalar })),
      pointers: list(text),
      taskDefinition: flag,
      many: optional(many),
    }),
    abilities: object({ reveal: flag, apply: flag, compare: list(compareWith) }),
    state: optional(state),
  },
  nothing: { text },
  simulated: { id: number, report },
  progress: { id: number, share: number },
  many: { id: number, done: flag, report: many },
  compare: { run: object({ label: text, plan, report }) },
  said: { id: optional(number), text },
};

const TO_HOST: Readonly<Record<string, Shape>> = {
  ready: {},
  simulate: { id: number, plan },
  many: { id: number, plan, runs: number },
  cancel: { id: number },
  reveal: { pointer: text },
  leave: {},
  choose: { prefix: text },
  apply: { edits: list(object({ pointer: text, value: scalar })) },
  compare: { with: compareWith },
  save: { kind: oneOf('svg', 'csv', 'json', 'html', 'markdown'), name: text, text, plan },
  copy: { text },
  state: { state },
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read<M>(messages: Readonly<Record<string, Shape>>, data: unknown): M | undefined {
  if (!isRecord(data) || data.v !== VERSION || typeof data.type !== 'string') return undefined;
  const shape = Object.hasOwn(messages, data.type) ? messages[data.type] : undefined;
  return shape && object(shape)(data) ? (data as M) : undefined;
}

/** A message for the page; undefined for anything else. */
export const readToPage = (data: unknown): ToPage | undefined => read<ToPage>(TO_PAGE, data);

/** A message for the host; undefined for anything else. */
export const readToHost = (data: unknown): ToHost | undefined => read<ToHost>(TO_HOST, data);

/** A state that was kept by the editor; undefined when it is of another time. */
export const readState = (data: unknown): PageState | undefined => (state(data) ? (data as PageState) : undefined);
