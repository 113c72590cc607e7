import { service as serviceShape } from '../../../schemas/runtime';
import type { Definition } from '../definition';
import type { Fact } from '../model/fact';
import { bounds } from '../simulator/bounds';
import type { Snapshot } from '../snapshot';
import type { Span } from '../syntax';
import { figuresOf, thresholdOf } from './rollout-hover';
import type { Hint, View } from './types';

/** What is implied but not written: tasks behind percentages, the breaker's threshold, defaults that matter. */
export function hintsIn(snapshot: Snapshot, span: Span, _view: View): Hint[] {
  return (
    snapshot.definitions
      // An editor asks for what it shows: that is few documents of a long stream.
      .filter((d) => d.kind === 'service' && d.doc.start <= span.end && d.doc.end >= span.start)
      .flatMap((d) => hintsOf(d))
      .filter((h) => h.at >= span.start && h.at <= span.end)
  );
}

function hintsOf(definition: Definition): Hint[] {
  const figures = figuresOf(definition);
  const configuration = definition.service.get('deploymentConfiguration');
  const breaker = configuration.get('deploymentCircuitBreaker');
  if (!figures) return [];
  const { desired, min, max } = figures;
  const { lower, upper } = bounds(desired, min, max);
  const failures = breaker.get('enable').is(true) ? thresholdOf(breaker as Fact, desired) : undefined;
  return [
    ...after(
      configuration.get('minimumHealthyPercent'),
      `at least ${lower} of ${desired}`,
      'The floor: fewest healthy tasks during a deployment, rounded up.',
    ),
    ...after(
      configuration.get('maximumPercent'),
      `at most ${upper}`,
      'The ceiling: most tasks at once during a deployment, rounded down.',
    ),
    ...(failures === undefined
      ? []
      : after(
          breaker.get('enable'),
          `trips after ${failures} failed tasks`,
          'The threshold of the circuit breaker at this number of tasks.',
        )),
    ...defaults(definition, configuration as Fact, lower, upper),
  ];
}

function after(fact: Fact, label: string, tooltip: string): Hint[] {
  return fact.known && fact.node ? [{ at: fact.node.end, label: ` → ${label}`, tooltip }] : [];
}

/** Behind desiredCount: the percentages that hold because the file does not give them. */
function defaults(definition: Definition, configuration: Fact, lower: number, upper: number): Hint[] {
  const desired = definition.service.get('desiredCount');
  const members = serviceShape.members.deploymentConfiguration;
  if (!desired.node || members?.type !== 'object') return [];
  const given = new Set(configuration.entriesOf.map(([name]) => name));
  const missing = ['minimumHealthyPercent', 'maximumPercent'].filter((name) => !given.has(name));
  if (missing.length < 2) return [];
  const label = ` → ${lower} to ${upper} during a deployment`;
  const values = missing.map((name) => `${name} ${members.members[name]?.default?.value}`).join(', ');
  return [{ at: desired.node.end, label, tooltip: `By default: ${values}.` }];
}
