import type { Definition } from '../definition';
import type { Fact } from '../model/fact';
import { previewOf } from '../rollout/preview';
import { waveTable } from '../rollout/wave-table';
import { count } from '../rollout/words';
import { bounds } from '../simulator/bounds';
import { threshold } from '../simulator/breaker';

/** What a percentage, a count or the circuit breaker means in tasks. Undefined where it has nothing to add. */
export function rolloutHover(definition: Definition, fact: Fact): string | undefined {
  if (definition.kind !== 'service' || !fact.pointer.startsWith('/d')) return undefined;
  const figures = figuresOf(definition);
  if (!figures) return undefined;
  const { desired, min, max } = figures;
  const { lower, upper } = bounds(desired, min, max);
  const waves = () => `\n\n${waveTable(previewOf(definition).report)}`.trimEnd();
  switch (fact.pointer) {
    case '/deploymentConfiguration/minimumHealthyPercent':
      return `At ${count(desired, 'task')}: at least **${lower}** stay healthy (${min}% of ${desired}, rounded up), so ${Math.max(0, desired - lower)} may stop first.${waves()}`;
    case '/deploymentConfiguration/maximumPercent':
      return `At ${count(desired, 'task')}: at most **${upper}** run at once (${max}% of ${desired}, rounded down), so ${Math.max(0, upper - desired)} may start first.${waves()}`;
    case '/desiredCount':
    case '/deploymentConfiguration':
      return `During a deployment: from **${lower}** healthy to **${upper}** tasks (${min}% and ${max}% of ${desired}).`;
    case '/deploymentConfiguration/deploymentCircuitBreaker':
      return breakerWords(fact, desired);
    default:
      return undefined;
  }
}

/** Tasks and percentages of a rolling service, defaults filled in; undefined when one is not known. */
export function figuresOf(definition: Definition): { desired: number; min: number; max: number } | undefined {
  const traits = definition.traits();
  if (traits.scheduling !== 'REPLICA' || traits.strategy !== 'ROLLING' || traits.controller !== 'ECS') return undefined;
  const configuration = definition.service.get('deploymentConfiguration');
  const min = configuration.get('minimumHealthyPercent');
  const max = configuration.get('maximumPercent');
  const desired = definition.service.get('desiredCount').value;
  if (desired === undefined || desired < 1 || min.unknown || max.unknown) return undefined;
  return { desired, min: min.value ?? 100, max: max.value ?? 200 };
}

/** The threshold of the circuit breaker in failed tasks, as far as the file gives it. */
export function thresholdOf(breaker: Fact, desired: number): number | undefined {
  const configuration = (breaker as Fact<{ thresholdConfiguration?: { type?: string; value?: number } }>).get(
    'thresholdConfiguration',
  );
  const type = configuration.get('type');
  const value = configuration.get('value');
  if (type.unknown || value.unknown) return undefined;
  return threshold(desired, type.value as 'COUNT' | undefined, value.value);
}

function breakerWords(fact: Fact, desired: number): string | undefined {
  const failures = thresholdOf(fact, desired);
  return failures === undefined
    ? undefined
    : `At ${count(desired, 'task')} it trips after **${failures}** failed tasks.`;
}
