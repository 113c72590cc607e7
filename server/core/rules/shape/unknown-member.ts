import { MODEL, OUTPUT_ONLY, type Shape, UPDATE_ONLY, UPDATE_REFUSES } from '../../../../schemas/runtime';
import type { Fact } from '../../model/fact';
import { toPlain } from '../../syntax';
import { factOf, remove, rename, set } from '../fixes';
import { CREATE_SERVICE, INPUT_FILES } from '../links';
import { defineRule, type RuleContext } from '../rule';
import { isOutput } from '../task-definition/output-only';
import { dotted, nearest, quote } from '../words';

interface Data {
  name: string;
  /** A member of the same object that the person probably meant. */
  meant: string | undefined;
  owner: string;
  /** Where a member of this name belongs, when it is one of another object. */
  place: readonly string[] | undefined;
  /** CreateService takes it, UpdateService does not. */
  atCreation: boolean;
  /** UpdateService takes it, CreateService does not. */
  inUpdate: boolean;
}

/** Names that other tools use for the same thing, and where ours stands. Source: ecosystem study, P1; corpus. */
const FOREIGN_NAMES: Readonly<Record<string, readonly string[]>> = {
  deploymentStrategy: ['deploymentConfiguration', 'strategy'],
  circuitBreaker: ['deploymentConfiguration', 'deploymentCircuitBreaker'],
  executeCommand: ['enableExecuteCommand'],
};

export default defineRule<Data>({
  id: 'unknown-member',
  severity: 'warning',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['R002', 'R005'],
  docs: {
    what: 'A member that the request does not have.',
    why: 'The AWS CLI refuses the whole file for one unknown member. ecspresso drops it with a line in its log, so the setting never arrives.',
    instead: `Correct the name, or remove the member. When the name is close to a known one this is an error; a member that AWS may have added after ${MODEL.date} is only a warning.`,
    links: [CREATE_SERVICE, INPUT_FILES],
  },
  check(ctx, report) {
    for (const { name, owner, fact } of ctx.shape['unknown-member'] ?? []) {
      if (owner === ctx.root && (name === '$schema' || isAnswer(name, ctx))) continue;
      const meant = meantBy(name, owner);
      // A name without a colon is still being typed, and broken syntax has said so already.
      if (meant === undefined && fact.entry && !fact.entry.value) continue;
      const place = meant === undefined ? placeOf(name, ctx) : undefined;
      const atCreation = owner === ctx.root && UPDATE_REFUSES.has(name);
      const inUpdate = owner === ctx.root && meant === undefined && UPDATE_ONLY.has(name);
      const sure = meant !== undefined || place !== undefined || atCreation || inUpdate;
      const severity = sure && ctx.profile !== 'ecspresso' ? 'error' : 'warning';
      report({
        at: { fact, key: true },
        data: { name, meant, owner: owner.pointer, place, atCreation, inUpdate },
        severity,
      });
    }
  },
  message: ({ name, meant, owner, place, atCreation, inUpdate }, ctx: RuleContext) => {
    if (atCreation)
      return `${quote(name)} is set when a service is created: UpdateService does not take it, and the AWS CLI refuses the file. Remove it.`;
    if (inUpdate)
      return `${quote(name)} is a member of UpdateService alone: a definition that creates a service does not take it, the AWS CLI refuses the file, and ecspresso drops it. Remove it.`;
    const where = owner === '' ? `a ${ctx.kind.replace('-', ' ')}` : dotted(owner);
    if (meant)
      return `${quote(name)} is not a member of ${where}: did you mean ${quote(meant)}? The AWS CLI refuses a file with an unknown member, and ecspresso drops it.`;
    if (place)
      return `${quote(name)} does not belong in ${where} but ${placeInWords(place, name)}: here the AWS CLI refuses the file, and ecspresso drops it.`;
    return `${quote(name)} is not a member of ${where} in the API model of ${MODEL.date}. Unless AWS has added it since, the AWS CLI refuses the file: remove it or correct its name.`;
  },
  fix(found, ctx) {
    const fact = factOf(found.at);
    const removal = { title: `Remove ${found.data.name}`, safe: false, changes: remove(fact) };
    const { meant, place } = found.data;
    const value = toPlain(fact.target);
    if (place && value !== undefined) {
      const changes = [...remove(fact), ...set(ctx.root, place, value)];
      return [{ title: `Move to ${place.join('.')}`, safe: false, changes }, removal];
    }
    return meant ? [{ title: `Rename to ${meant}`, safe: true, changes: rename(fact, meant) }, removal] : [removal];
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦lauchType⟧: EC2\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦enable_ecs_managed_tags⟧: false\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nenableECSManagedTags: false\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦maximumPercent⟧: 150\n',
        fixed:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  maximumPercent: 150\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration:\n  ⟦deploymentController⟧:\n    type: ECS\n',
        fixed:
          'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\ndeploymentConfiguration: {}\ndeploymentController:\n  type: ECS\n',
      },
      {
        text: 'service: web\n⟦launchType⟧: EC2\ndesiredCount: 2\n',
        fixed: 'service: web\ndesiredCount: 2\n',
        profile: 'update-service',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦forceNewDeployment⟧: true\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n⟦enableLogging⟧: true\n',
        fixed: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\n',
      },
    ],
    valid: [{ text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n' }],
  },
});

/** The member that was meant: the nearest that is not given yet. */
function meantBy(name: string, owner: Fact): string | undefined {
  if (owner.shape?.type !== 'object') return undefined;
  // Each is asked for by name: a set of what is given, for every unknown member, would be quadratic.
  const at = owner as Fact<Record<string, unknown>>;
  const free = Object.keys(owner.shape.members).filter((n) => !at.get(n).entry);
  return nearest(name, free);
}

/** The one object of the definition, not inside a list, that has a member of this name and does not give it. */
function placeOf(name: string, ctx: RuleContext): readonly string[] | undefined {
  const foreign = ctx.kind === 'service' && Object.hasOwn(FOREIGN_NAMES, name) ? FOREIGN_NAMES[name] : undefined;
  const places = foreign ? [foreign] : ctx.root.shape ? (placesOf(ctx.root.shape).get(name) ?? []) : [];
  const [only] = places;
  if (places.length !== 1 || !only) return undefined;
  const there = only.reduce<Fact>((fact, part) => (fact as Fact<Record<string, unknown>>).get(part) as Fact, ctx.root);
  return there.omitted ? only : undefined;
}

/** The first level has no name of its own; a member that is also renamed is told with its whole path. */
function placeInWords(place: readonly string[], name: string): string {
  return place[0] === name ? 'at the top of the definition' : `in ${place.join('.')}`;
}

const known = new WeakMap<Shape, ReadonlyMap<string, (readonly string[])[]>>();

/** Where a definition has members, by their names. Worked out once for a schema. */
function placesOf(root: Shape): ReadonlyMap<string, (readonly string[])[]> {
  let places = known.get(root);
  if (!places) known.set(root, (places = collectPlaces(root, [], new Map())));
  return places;
}

function collectPlaces(shape: Shape, path: readonly string[], places: Map<string, (readonly string[])[]>) {
  if (shape.type !== 'object') return places;
  for (const [member, inner] of Object.entries(shape.members)) {
    const here = [...path, member];
    const same = places.get(member);
    if (same) same.push(here);
    else places.set(member, [here]);
    collectPlaces(inner, here, places);
  }
  return places;
}

/** Members of answers have rules of their own. */
function isAnswer(name: string, ctx: RuleContext): boolean {
  return ctx.kind === 'service' ? OUTPUT_ONLY.has(name) : isOutput(name);
}
