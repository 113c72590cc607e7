import type { Definition } from './engine';
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

/** Linear in the words. */
export function groupByWord(services: readonly Met[]): ServicesByWord {
  const byWord = new Map<string, Met[]>();
  for (const met of services) {
    for (const word of wordsOf(met.definition)) {
      const same = byWord.get(word);
      if (same) same.push(met);
      else byWord.set(word, [met]);
    }
  }
  return byWord;
}

/** The services of a document and those around it, for the rules that compare services. */
export class Meeting {
  constructor(
    private readonly uri: string,
    private readonly own: ServicesByWord,
    private readonly others: ServicesByWord,
  ) {}

  /** Whether another service shares any word of this one. */
  meetsAny(definition: Definition): boolean {
    return wordsOf(definition).some((word) => !this.with(word, definition).next().done);
  }

  /** The others with a word, first those of the document itself. Walks no further than it is asked to. */
  *with(word: string, definition: Definition): Generator<WorkspaceService> {
    for (const met of this.own.get(word) ?? [])
      if (met.definition !== definition) yield { uri: met.uri, service: met.definition.service };
    for (const met of this.others.get(word) ?? [])
      if (met.uri !== this.uri) yield { uri: met.uri, service: met.definition.service };
  }
}
