import type { Service, TaskDefinition } from '../../schemas/runtime';
import { taskDefinition as taskDefinitionShape } from '../../schemas/runtime';
import { type Companion, findCompanion, type Lookup } from './model/companion';
import { type Binding, type Fact, rootFact } from './model/fact';
import { folderOf, joinUri } from './model/host';
import type { Profile } from './model/profile';
import type { Recognised } from './model/recognise';
import { type SourceFile, serviceShapeFor } from './model/source-file';
import { type Traits, traitsOf } from './model/traits';
import type { Notes } from './notes';
import type { Settings } from './settings';
import type { Doc, Plain } from './syntax';

/** One service or task definition in a document, with everything that is known of it. */
export interface Definition {
  kind: Recognised['kind'];
  profile: Profile;
  because: string;
  docIndex: number;
  /** The document of the file that holds it. */
  doc: Doc;
  /** Path of its map in the document: [], ['service'], ['services', 0]. */
  pointer: readonly (string | number)[];
  /** Pointer prefix of its members in the document, with the document index in front in a multi-document file. */
  prefix: string;
  /** For `kind` service; an absent fact otherwise. */
  service: Fact<Service>;
  /** For `kind` task-definition. */
  taskDefinition: Fact<TaskDefinition> | undefined;
  root: Fact;
  /** The task definition that the service runs, if a file for it was found. */
  companion(): Companion | undefined;
  traits(): Traits;
  /** What is kept with it until its next version, by those who work it out. */
  notes: Notes;
  /** What the settings say of the simulation, and how the files that they name are read. */
  simulator: { settings: Readonly<Record<string, Plain>>; read(path: string): string | undefined };
}

/** Binds what was recognised to its schema: its facts, its companion and its traits when they are first asked for. */
export function makeDefinition(found: Recognised, file: SourceFile, settings: Settings, lookup: Lookup): Definition {
  return new BoundDefinition(found, file, settings, lookup);
}

/** A class, as a file can hold many definitions and each is made anew with every keystroke. */
class BoundDefinition implements Definition {
  readonly kind: Recognised['kind'];
  readonly profile: Profile;
  readonly because: string;
  readonly docIndex: number;
  readonly doc: Doc;
  readonly prefix: string;
  readonly notes: Notes = {};
  private bound: { service: Fact<Service>; taskDefinition: Fact<TaskDefinition> | undefined } | undefined;
  private ran: { companion: Companion | undefined } | undefined;
  private known: Traits | undefined;

  constructor(
    private readonly found: Recognised,
    private readonly file: SourceFile,
    private readonly settings: Settings,
    private readonly lookup: Lookup,
  ) {
    this.kind = found.kind;
    this.profile = found.profile;
    this.because = found.because;
    this.docIndex = found.docIndex;
    this.doc = file.tree.docs[found.docIndex] as Doc;
    this.prefix = (file.tree.docs.length > 1 ? `/${found.docIndex}` : '') + found.prefix;
  }

  get pointer(): readonly (string | number)[] {
    return this.found.prefix
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  }

  get service(): Fact<Service> {
    return this.bind().service;
  }

  get taskDefinition(): Fact<TaskDefinition> | undefined {
    return this.bind().taskDefinition;
  }

  get root(): Fact {
    const { service, taskDefinition } = this.bind();
    return (taskDefinition ?? service) as Fact;
  }

  readonly companion = (): Companion | undefined => {
    if (this.kind === 'task-definition') return undefined;
    const { file, settings, lookup } = this;
    this.ran ??= { companion: findCompanion(file.uri, this.service, lookup, settings.taskDefinition) };
    return this.ran.companion;
  };

  readonly traits = (): Traits => {
    this.known ??= traitsOf(this.service, this.taskDefinition ?? this.companion()?.fact);
    return this.known;
  };

  get simulator(): { settings: Readonly<Record<string, Plain>>; read(path: string): string | undefined } {
    const read = (path: string) => this.lookup.read(joinUri(folderOf(this.file.uri), path));
    return { settings: this.settings.simulator ?? {}, read };
  }

  private bind() {
    if (!this.bound) {
      const { found, file } = this;
      const binding: Binding = { file, dropsEmpty: found.profile === 'ecspresso' };
      this.bound =
        found.kind === 'service'
          ? {
              service: rootFact<Service>(found.root, serviceShapeFor(found.profile), binding),
              taskDefinition: undefined,
            }
          : {
              service: rootFact<Service>(undefined, serviceShapeFor('create-service'), binding),
              taskDefinition: rootFact<TaskDefinition>(found.root, taskDefinitionShape, binding),
            };
    }
    return this.bound;
  }
}
