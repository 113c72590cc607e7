import { type Service, STARTS_DEPLOYMENT, service as serviceShape } from '../../../schemas/runtime';
import { differs } from '../model/compare';
import type { Fact } from '../model/fact';
import { toPlain } from '../syntax';

/** One member that is different between two versions of a definition. */
export interface DefinitionChange {
  /** JSON pointer in the service definition. */
  pointer: string;
  /** As JSON; undefined: not given. `…` stands for what cannot be read. */
  before: string | undefined;
  now: string | undefined;
  /** What the change does to the service. */
  effect: string;
}

/** Members that certainly differ, as deep as they can be named: maps by member, lists as a whole. */
export function definitionChanges(before: Fact<Service>, now: Fact<Service>): DefinitionChange[] {
  return changesIn(before as Fact, now as Fact);
}

function changesIn(before: Fact, now: Fact): DefinitionChange[] {
  if (!differs(before, now)) return mapsOf(before, now) ? inside(before, now) : [];
  if (mapsOf(before, now)) return inside(before, now);
  const pointer = now.given ? now.pointer : before.pointer;
  return [{ pointer, before: textOf(before), now: textOf(now), effect: effectOf(pointer, now) }];
}

function mapsOf(before: Fact, now: Fact): boolean {
  return before.known && now.known && before.target?.kind === 'map' && now.target?.kind === 'map';
}

function inside(before: Fact, now: Fact): DefinitionChange[] {
  const names = new Set([...before.entriesOf, ...now.entriesOf].map(([name]) => name));
  return [...names].flatMap((name) => changesIn(member(before, name), member(now, name)));
}

const member = (fact: Fact, name: string): Fact => (fact as Fact<Record<string, unknown>>).get(name) as Fact;

const LONGEST = 60;

function textOf(fact: Fact): string | undefined {
  if (fact.absent) return undefined;
  const plain = fact.target && toPlain(fact.target);
  const text = plain === undefined ? '…' : JSON.stringify(plain);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

export const STARTS = 'starts a deployment';
export const ANOTHER_SERVICE = 'names another service';

/** UpdateService leaves what a request does not name as it is. Source: UpdateService in the API model. */
function effectOf(pointer: string, now: Fact): string {
  const [, top = ''] = pointer.split('/');
  const name = Object.keys(serviceShape.members).find((one) => one.toLowerCase() === top.toLowerCase()) ?? top;
  if (name === 'serviceName') return ANOTHER_SERVICE;
  if (now.absent) return 'left out: the service keeps what it has';
  return STARTS_DEPLOYMENT.has(name) ? STARTS : 'takes effect without a deployment';
}
