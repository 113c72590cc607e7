import type { Service } from '../../schemas/runtime';
import type { Definition } from './definition';
import type { Fact } from './model/fact';
import { once } from './once';
import { RULES } from './rules';
import type { WorkspaceService } from './rules/rule';

/** Services by what they may share with others: the words of `meets` of the rules. */
export type ServicesByWord = ReadonlyMap<string, readonly Met[]>;

interface Met {
  uri: string;
  definition: Definition;
}

const rulesThatMeet = once(() => RULES.filter((rule) => rule.meets));

/** What a service may share with others. Worked out once for a definition. */
export function wordsOf(definition: Definition): readonly string[] {
  if (definition.kind !== 'service') return [];
  definition.notes.words ??= rulesThatMeet().flatMap((rule) => rule.meets?.(definition.service) ?? []);
  return definition.notes.words;
}

const nameOf = ({ service }: Definition) => service.get('serviceName').value;

/** Linear in the words. `only`: those that somebody asks about. */
export function groupByWord(services: Iterable<Met>, only?: { has(word: string): boolean }): ServicesByWord {
  const byWord = new Map<string, Met[]>();
  for (const met of services) {
    for (const word of wordsOf(met.definition)) {
      if (only && !only.has(word)) continue;
      const same = byWord.get(word);
      if (same) same.push(met);
      else byWord.set(word, [met]);
    }
  }
  return byWord;
}

/** The services of a document and those around it, for the rules that compare services. */
export class Meeting {
  /** For each word that was asked about, the first service that has it, and the first with another name. */
  private readonly named = new Map<string, readonly Met[]>();

  constructor(
    private readonly uri: string,
    private readonly own: ServicesByWord,
    private readonly others: ServicesByWord,
  ) {}

  /** Whether another service shares any word of this one. */
  meetsAny(definition: Definition): boolean {
    return wordsOf(definition).some((word) => !this.with(word, definition).next().done);
  }

  /** A service of another name with a word, so of services that all have one name none is compared with all. */
  rival(word: string, definition: Definition): Fact<Service> | undefined {
    let two = this.named.get(word);
    if (!two) this.named.set(word, (two = this.twoNames(word)));
    const name = nameOf(definition);
    return two.find((met) => nameOf(met.definition) !== name)?.definition.service;
  }

  private twoNames(word: string): Met[] {
    const all = [...(this.own.get(word) ?? []), ...(this.others.get(word) ?? []).filter(({ uri }) => uri !== this.uri)];
    const [first] = all;
    const other = first && all.find((met) => nameOf(met.definition) !== nameOf(first.definition));
    return other ? [first, other] : all.slice(0, 1);
  }

  /** The others with a word, first those of the document itself. Walks no further than it is asked to. */
  *with(word: string, definition: Definition): Generator<WorkspaceService> {
    for (const met of this.own.get(word) ?? [])
      if (met.definition !== definition) yield { uri: met.uri, service: met.definition.service };
    for (const met of this.others.get(word) ?? [])
      if (met.uri !== this.uri) yield { uri: met.uri, service: met.definition.service };
  }
}
