import type { Service, TaskDefinition } from '../../schemas/runtime';
import { taskDefinition as taskDefinitionShape } from '../../schemas/runtime';
import type { Definition } from './definition';
import { type Fact, rootFact } from './model/fact';
import { parseFile, type SourceFile, serviceShapeFor } from './model/source-file';
import type { Surroundings } from './surroundings';

/** What a service and its task definition were before, as facts. */
export interface Versions {
  service: Fact<Service>;
  taskDefinition: Fact<TaskDefinition> | undefined;
}

/** The previous version of a service, where the host knows one: by name, else the only one of a file that has only one. */
export function previousOf(
  definition: Definition,
  subject: { uri: string; definitions: readonly Definition[] },
  around: Surroundings,
): Versions | undefined {
  const text = around.lookup.previous?.(subject.uri);
  if (text === undefined) return undefined;
  const { all, byName } = servicesIn(fileBefore(subject.uri, text, definition, around));
  const only = subject.definitions.length === 1 && all.length === 1 ? all[0] : undefined;
  const service = byName.get(definition.service.get('serviceName').value ?? '') ?? only;
  return service && { service, taskDefinition: taskDefinitionBefore(definition, subject.uri, around) };
}

function taskDefinitionBefore(
  definition: Definition,
  runBy: string,
  around: Surroundings,
): Fact<TaskDefinition> | undefined {
  const uri = definition.companion()?.uri;
  const text = uri === undefined ? undefined : around.lookup.previous?.(uri, runBy);
  if (uri === undefined || text === undefined) return undefined;
  const file = fileBefore(uri, text, definition, around);
  const found = file.definitions.find((d) => d.kind === 'task-definition');
  return found && rootFact<TaskDefinition>(found.root, taskDefinitionShape, { file, dropsEmpty: false });
}

/** Parsed once, however many services and versions of the document ask. */
function fileBefore(uri: string, text: string, { profile }: Definition, { known, oneShot }: Surroundings): SourceFile {
  const kept = known.before.get(uri);
  if (kept?.profile === profile && kept.file.text === text) return kept.file;
  const file = parseFile(uri, text, { profile, expected: 'service', bounded: !oneShot });
  known.before.set(uri, { profile, file });
  return file;
}

interface Services {
  all: readonly Fact<Service>[];
  byName: ReadonlyMap<string, Fact<Service>>;
}

const services = new WeakMap<SourceFile, Services>();

function servicesIn(file: SourceFile): Services {
  let found = services.get(file);
  if (!found) {
    const all = file.definitions
      .filter((d) => d.kind === 'service')
      .map((d) =>
        rootFact<Service>(d.root, serviceShapeFor(d.profile), { file, dropsEmpty: d.profile === 'ecspresso' }),
      );
    const named = all.flatMap((service): [string, Fact<Service>][] => {
      const name = service.get('serviceName').value;
      return name === undefined ? [] : [[name, service]];
    });
    found = { all, byName: new Map(named.reverse()) };
    services.set(file, found);
  }
  return found;
}
