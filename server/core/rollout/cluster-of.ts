import { type Cluster, cluster as clusterShape } from '../../../schemas/runtime';
import { type Fact, rootFact } from '../model/fact';
import { checkShape, type ShapeProblem } from '../model/shape-check';
import type { ClusterPlan } from '../simulator/placement/types';
import { guessSyntax, parse, positionAt, toPlain } from '../syntax';

export interface ReadCluster {
  /** Undefined when the file cannot be used. */
  cluster: ClusterPlan | undefined;
  /** What is wrong, each with its line from 1. */
  problems: { line: number; text: string }[];
}

/** Reads a cluster file (`ecs-preflight schema cluster`), JSON or YAML. Never throws. */
export function readCluster(name: string, text: string): ReadCluster {
  const tree = parse(text, guessSyntax(text, name));
  const root = tree.docs[0]?.root;
  const line = (start: number) => positionAt(tree, start).line + 1;
  const broken = tree.problems.find(({ severity }) => severity === 'error');
  if (broken) return { cluster: undefined, problems: [{ line: line(broken.start), text: broken.message }] };
  if (root?.kind !== 'map')
    return { cluster: undefined, problems: [{ line: 1, text: 'It is no cluster description.' }] };
  const fact = rootFact<Cluster>(root, clusterShape, { file: { uri: name, tree }, dropsEmpty: true });
  const problems = Object.values(checkShape(fact as Fact))
    .flat()
    .map((problem) => ({ line: line(placeOf(problem)), text: wordsFor(problem) }));
  return { cluster: problems.length > 0 ? undefined : (toPlain(root) as ClusterPlan), problems };
}

function placeOf(problem: ShapeProblem): number {
  const fact = 'fact' in problem ? problem.fact : problem.owner;
  return (fact.keySpan ?? fact.span)?.start ?? 0;
}

function wordsFor(problem: ShapeProblem): string {
  const at = 'fact' in problem ? problem.fact.pointer : problem.owner.pointer;
  switch (problem.kind) {
    case 'missing-member':
      return `${at || 'The cluster'} needs ${problem.name}.`;
    case 'unknown-member':
      return `There is no ${problem.name} in a cluster description.`;
    case 'wrong-case-member':
      return `${problem.name} is written ${problem.right}.`;
    case 'wrong-type':
      return `${at} is ${problem.got}, and should be ${problem.wanted.type}.`;
    case 'enum':
      return `${at} is ${JSON.stringify(problem.value)}; it takes ${problem.values.join(', ')}.`;
    case 'range':
      return `${at} is ${problem.value}; it takes ${problem.min ?? 'any'} to ${problem.max ?? 'any'}.`;
    default:
      return `${at} is not right (${problem.kind.replaceAll('-', ' ')}).`;
  }
}
