import type { Service, TaskDefinition } from '../../schemas/runtime';
import type { Definition } from './definition';
import type { Meeting } from './meeting';
import type { Companion } from './model/companion';
import type { Fact, FileRef } from './model/fact';
import type { Profile } from './model/profile';
import { BEYOND, SHAPE, TRAITS } from './model/reads';
import { checkShape, type ShapeProblems } from './model/shape-check';
import type { Traits } from './model/traits';
import type { Versions } from './previous';
import type { Memory } from './rules/memory';
import type { RuleContext, WorkspaceService } from './rules/rule';
import type { Subject } from './subject';

export interface More {
  memory?: Memory;
  versions?: Versions;
  meeting?: Meeting;
}

/** What rules see of a definition. Looks at what lies outside its members are noted, as a silent rule is only left out while they stand. */
export function contextFor(definition: Definition, subject: Subject, more: More = {}): RuleContext {
  return new DefinitionContext(definition, subject, more);
}

class DefinitionContext implements RuleContext {
  readonly service: Fact<Service>;
  readonly root: Fact;
  readonly kind: Definition['kind'];
  readonly profile: Profile;
  readonly companion: Companion | undefined;
  readonly file: FileRef;
  taskDefinition: Fact<TaskDefinition> | undefined;
  private found: ShapeProblems | undefined;

  constructor(
    private readonly definition: Definition,
    subject: Subject,
    private readonly more: More,
  ) {
    this.service = definition.service;
    this.root = definition.root;
    this.kind = definition.kind;
    this.profile = definition.profile;
    this.companion = definition.companion();
    this.taskDefinition = definition.taskDefinition ?? this.companion?.fact;
    this.file = subject.file;
    // A memory wants to know what is wrong with the shape before any rule runs.
    this.found = more.memory?.checkShape();
  }

  get shape(): ShapeProblems {
    this.look(SHAPE);
    this.found ??= checkShape(this.root);
    return this.found;
  }

  get traits(): Traits {
    this.look(TRAITS);
    return this.definition.traits();
  }

  get previous(): Fact<Service> | undefined {
    this.look(BEYOND);
    return this.more.versions?.service;
  }

  get previousTaskDefinition(): Fact<TaskDefinition> | undefined {
    this.look(BEYOND);
    return this.more.versions?.taskDefinition;
  }

  sharing(word: string): Iterable<WorkspaceService> {
    this.look(BEYOND);
    return this.more.meeting?.with(word, this.definition) ?? [];
  }

  rival(word: string): Fact<Service> | undefined {
    this.look(BEYOND);
    return this.more.meeting?.rival(word, this.definition);
  }

  private look(at: number): void {
    const { reads } = this.definition.root.binding;
    if (reads) reads.bits |= at;
  }
}
