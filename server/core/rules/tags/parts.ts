import type { Service, TaskDefinition } from '../../../../schemas';
import type { Fact } from '../../model/fact';

export type Tag = { key?: string; value?: string };

/** A list of tags and what it is for, in words. */
export interface TagList {
  tags: Fact<Tag[]>;
  of: 'service' | 'volume';
}

/** The tags of a task definition. */
export function tagsOfTaskDefinition(taskDefinition: Fact<TaskDefinition>): Fact<Tag[]> {
  return taskDefinition.get('tags') as Fact<Tag[]>;
}

/** Every list of tags in a service: its own, and those of its volumes. */
export function tagLists(service: Fact<Service>): TagList[] {
  const volumes = service
    .get('volumeConfigurations')
    .items.flatMap((volume) => volume.get('managedEBSVolume').get('tagSpecifications').items)
    .map((specification) => ({ tags: specification.get('tags') as Fact<Tag[]>, of: 'volume' as const }));
  return [{ tags: service.get('tags') as Fact<Tag[]>, of: 'service' }, ...volumes];
}
