import type { Service, TaskDefinition } from '../../schemas/runtime';
import { taskDefinition as taskDefinitionShape } from '../../schemas/runtime';
import type { Definition } from './engine';
import { findCompanion, type Lookup } from './model/companion';
import { type Binding, type Fact, rootFact } from './model/fact';
import { folderOf, joinUri } from './model/host';
import type { Recognised } from './model/recognise';
import { type SourceFile, serviceShapeFor } from './model/source-file';
import { traitsOf } from './model/traits';
import { once } from './once';
import type { Settings } from './settings';

/** Binds what was recognised to its schema. Companion and traits are worked out when first asked for. */
export function makeDefinition(found: Recognised, file: SourceFile, settings: Settings, lookup: Lookup): Definition {
  const binding: Binding = { file, dropsEmpty: found.profile === 'ecspresso' };
  const prefix = (file.tree.docs.length > 1 ? `/${found.docIndex}` : '') + found.prefix;
  const pointer = found.prefix
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const read = (path: string) => lookup.read(joinUri(folderOf(file.uri), path));
  const base = { ...found, prefix, pointer, simulator: { settings: settings.simulator ?? {}, read } };
  if (found.kind === 'task-definition') {
    const taskDefinition = rootFact<TaskDefinition>(found.root, taskDefinitionShape, binding);
    const service = noService(binding);
    const traits = once(() => traitsOf(service, taskDefinition));
    return { ...base, service, taskDefinition, root: taskDefinition as Fact, companion: () => undefined, traits };
  }
  const service = rootFact<Service>(found.root, serviceShapeFor(found.profile), binding);
  const companion = once(() => findCompanion(file.uri, service, lookup, settings.taskDefinition));
  const traits = once(() => traitsOf(service, companion()?.fact));
  return { ...base, service, taskDefinition: undefined, root: service as Fact, companion, traits };
}

function noService(binding: Binding): Fact<Service> {
  return rootFact<Service>(undefined, serviceShapeFor('create-service'), binding);
}
