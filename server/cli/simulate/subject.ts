import { type Configuration, createNodeHost, readText, toUri } from '../../config';
import type { Definition } from '../../core/definition';
import { createEngine, type Engine, type Snapshot } from '../../core/engine';
import type { Fact } from '../../core/model/fact';
import { readCluster } from '../../core/rollout/cluster-of';
import { type Assumed, planOf } from '../../core/rollout/plan-of';
import { simulationOf } from '../../core/rollout/simulation-settings';
import type { ClusterPlan } from '../../core/simulator/placement/types';
import type { Plan } from '../../core/simulator/plan';
import { positionAt } from '../../core/syntax';
import { readPrevious } from '../check/previous';
import { gatherTargets, optionPath, type Target } from '../check/targets';
import { EXIT, type Io, UsageError } from '../io';

/** One service of one file, with the rollout that deploying it would start. */
export interface Subject {
  target: Target;
  snapshot: Snapshot;
  definition: Definition;
  /** The version that is deployed over, when one was named. */
  before: Definition | undefined;
  /** The rollout of that version over one like itself. */
  planBefore: Plan | undefined;
  plan: Plan;
  assumed: readonly Assumed[];
}

export interface SubjectOptions {
  configuration: Configuration;
  io: Io;
  /** Name of the service, for files with several. */
  service?: string;
  /** FILE or git:REV. */
  from?: string;
  create?: boolean;
  /** Cluster file; goes before the one in the configuration. */
  cluster?: string;
}

/** Reads a file, finds its service and makes the plan; throws UsageError in words for whatever is missing. */
export function readSubject(name: string, options: SubjectOptions): Subject {
  const { configuration, io } = options;
  const target = readTarget(name, configuration, io);
  const engine = createEngine({
    host: createNodeHost({ frozen: true }),
    settings: (uri) => configuration.settingsFor(uri),
    oneShot: true,
  });
  const { snapshot, definition } = findService(engine, target, options.service);
  const earlier = options.from === undefined ? undefined : readEarlier(options.from, target, io);
  const before = earlier && findService(engine, earlier, options.service).definition;
  const { simulator } = configuration.settingsFor(target.uri);
  const { settings } = simulationOf(simulator, () => undefined);
  const clusterFile = options.cluster ?? simulator.cluster;
  const cluster = typeof clusterFile === 'string' ? clusterIn(clusterFile, io) : undefined;
  const planFor = (one: Definition, previous?: Definition) =>
    planOf({
      service: one.service,
      traits: one.traits(),
      taskDefinition: one.companion()?.fact,
      previous: previous?.service,
      create: options.create,
      cluster,
      settings,
    });
  const planBefore = before && planFor(before).plan;
  return { target, snapshot, definition, before, planBefore, ...planFor(definition, before) };
}

/**
 * Where the member that a pointer names stands in the file, or the nearest one around it; a pointer into anything else
 * leads to the definition. `exact`: the member itself is given.
 */
export function placeOf(
  { definition, snapshot }: Subject,
  pointer: string,
): { line: number; exact: boolean } | undefined {
  let fact = definition.service as Fact;
  let exact = pointer.startsWith('/');
  for (const name of exact ? pointer.split('/').slice(1) : []) {
    fact = (fact as Fact<Record<string, unknown>>).get(name) as Fact;
    exact = fact.given;
  }
  const span = fact.keySpan ?? fact.span;
  return span && { line: positionAt(snapshot.tree, span.start).line + 1, exact };
}

function readTarget(name: string, configuration: Configuration, io: Io): Target {
  const { targets, exit } = gatherTargets([name], io, configuration, undefined);
  const [target] = targets;
  // What could not be read has been said by now.
  if (!target)
    throw new UsageError(
      exit === EXIT.clean ? `${name} holds no service definition` : 'there is no rollout to simulate',
    );
  if (targets.length > 1) throw new UsageError(`${name} holds ${targets.length} files; name one of them`);
  return target;
}

type Source = Pick<Target, 'uri' | 'text' | 'display'>;

/** A revision has the file's own name; another file may be of another syntax. Undefined: there was no such file. */
function readEarlier(spec: string, target: Target, io: Io): Source | undefined {
  const text = readPrevious(spec, [target], io).of(target);
  const uri = spec.startsWith('git:') ? target.uri : toUri(optionPath(io, spec));
  return text === undefined ? undefined : { uri, text, display: spec };
}

function findService(
  engine: Engine,
  { uri, text, display }: Source,
  wanted: string | undefined,
): { snapshot: Snapshot; definition: Definition } {
  const snapshot = engine.snapshot(uri, text, { expected: 'service' });
  const services = snapshot.definitions.filter((definition) => definition.kind === 'service');
  const nameOf = ({ service, prefix }: Definition) => service.get('serviceName').value ?? prefix;
  const found = wanted === undefined ? services : services.filter((one) => nameOf(one) === wanted);
  const [definition] = found;
  if (!definition) {
    const names = services.map(nameOf).join(', ');
    throw new UsageError(
      wanted === undefined || services.length === 0
        ? `${display} is not an ECS service definition`
        : `there is no service "${wanted}" in ${display}; it has ${names}`,
    );
  }
  if (found.length > 1)
    throw new UsageError(
      `${display} holds ${found.length} services; name one: --service ${found.map(nameOf).join('|')}`,
    );
  return { snapshot, definition };
}

function clusterIn(name: string, io: Io): ClusterPlan {
  const result = readText(optionPath(io, name));
  if (result.text === undefined) throw new UsageError(`--cluster ${name} ${result.message}`);
  const { cluster, problems } = readCluster(name, result.text);
  if (cluster) return cluster;
  const said = problems.slice(0, 5).map(({ line, text }) => `\n  line ${line}: ${text}`);
  throw new UsageError(`${name} is no cluster that can be simulated (ecs-preflight schema cluster):${said.join('')}`);
}
