/** The placement rules of a service, made ready to be asked of each instance many times. */
import { type CompiledQuery, compileQuery, evaluateQuery, type QueryInstance, queryDependencies } from '../../query';
import type { Fleet } from './fleet';
import type { PlacementRules } from './types';

interface Member {
  expression: string;
  holds: CompiledQuery;
  /** It looks at task groups or counts, so every placement may change the answer. */
  changing: boolean;
}

export interface CompiledRules {
  readonly source: PlacementRules;
  readonly distinct: boolean;
  readonly members: readonly Member[];
  /** By instance: do the constraints that never change hold? */
  readonly settled: boolean[];
  /** By instance: its facts as a query sees them. */
  readonly facts: QueryInstance[];
  readonly zones: ReadonlySet<string> | undefined;
  /** Expressions that some instance's description does not answer; they are taken to hold. */
  readonly doubts: Map<string, { why: string; instances: number }>;
}

export function compileRules(source: PlacementRules): CompiledRules {
  const members = source.constraints
    .filter((constraint) => constraint.type === 'memberOf')
    .map(({ expression = '' }): Member => {
      const { taskGroups, runningTasksCount } = queryDependencies(expression);
      return { expression, holds: compileQuery(expression), changing: taskGroups || runningTasksCount };
    });
  return {
    source,
    distinct: source.constraints.some((constraint) => constraint.type === 'distinctInstance'),
    members,
    settled: [],
    facts: [],
    zones: source.zones?.length ? new Set(source.zones) : undefined,
    doubts: new Map(),
  };
}

/** Gathers the facts of an instance that was added to the fleet. */
export function meetInstance(rules: CompiledRules, fleet: Fleet, i: number): void {
  const plan = fleet.plans[i];
  rules.facts[i] = {
    attributes: fleet.attributes[i],
    agentConnected: plan?.agentConnected ?? true,
    agentVersion: plan?.agentVersion,
    registeredAt: plan?.registeredAt,
    ec2InstanceId: /^m?i-[0-9a-f]{8,}$/.test(plan?.id ?? '') ? plan?.id : undefined,
  };
  refreshFacts(rules, fleet, i);
  rules.settled[i] = rules.members.every((member) => member.changing || holds(rules, member, i));
}

/** Brings the changing facts up to date after a task came or went. */
export function refreshFacts(rules: CompiledRules, fleet: Fleet, i: number): void {
  const others = fleet.otherGroups[i] as string[];
  const own = fleet.own[i] as number;
  const facts = rules.facts[i] as QueryInstance;
  facts.runningTasksCount = own + (fleet.others[i] as number);
  facts.taskGroups = own > 0 ? [...others, rules.source.group] : others;
}

/** What a description leaves open is taken to hold, and said to be so. */
function holds(rules: CompiledRules, member: Member, i: number): boolean {
  const truth = member.holds(rules.facts[i] as QueryInstance);
  if (truth !== 'unknown') return truth;
  const doubt = rules.doubts.get(member.expression);
  if (doubt) doubt.instances++;
  else {
    const { why } = evaluateQuery(member.expression, rules.facts[i] as QueryInstance);
    rules.doubts.set(member.expression, { why, instances: 1 });
  }
  return true;
}

export function constraintsHold(rules: CompiledRules, fleet: Fleet, i: number): boolean {
  if (!rules.settled[i] || (rules.distinct && (fleet.own[i] as number) > 0)) return false;
  for (const member of rules.members) {
    if (member.changing && member.holds(rules.facts[i] as QueryInstance) === false) return false;
  }
  return true;
}

/** Which constraints an instance breaks, in words. */
export function brokenConstraints(rules: CompiledRules, fleet: Fleet, i: number): string[] {
  const broken: string[] = [];
  if (rules.distinct && (fleet.own[i] as number) > 0) broken.push('distinctInstance: it has a task of the service');
  for (const member of rules.members) {
    const verdict = evaluateQuery(member.expression, rules.facts[i] as QueryInstance);
    if (verdict.result === false) broken.push(`memberOf: ${verdict.why}`);
  }
  return broken;
}
