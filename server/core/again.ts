import type { Definition } from './definition';
import type { PlacedFinding } from './finding';
import { wordsOf } from './meeting';
import type { FileRef } from './model/fact';
import { folderOf } from './model/host';
import type { HangsOn } from './notes';
import { once } from './once';
import type { Subject } from './subject';
import type { Surroundings } from './surroundings';
import type { Doc, Span } from './syntax';

/** Definitions of the last snapshot of a document, to be found again by what they were read from. */
export class Before {
  private readonly byOrigin = new Map<Doc, Definition[]>();

  constructor(definitions: readonly Definition[]) {
    for (const definition of definitions) {
      const origin = originOf(definition.doc);
      const same = this.byOrigin.get(origin);
      if (same) same.push(definition);
      else this.byOrigin.set(origin, [definition]);
    }
  }

  /** The same definition in the last snapshot, where its document has not changed. */
  same(now: Definition): Definition | undefined {
    return this.byOrigin
      .get(originOf(now.doc))
      ?.find((d) => d.prefix === now.prefix && d.profile === now.profile && d.kind === now.kind);
  }
}

const originOf = (doc: Doc): Doc => doc.moved?.from ?? doc;

/**
 * What was found about this definition last time, where it stands now; undefined when it may have changed. Fixes are
 * worked out from the text as it is, with `find`, when somebody asks for them.
 */
export function foundBefore(
  now: Definition,
  before: Before,
  subject: Subject,
  around: Surroundings,
  find: () => readonly PlacedFinding[],
): PlacedFinding[] | undefined {
  const last = before.same(now);
  const known = last?.notes.found;
  if (!last || !known || !stands(known.hangsOn, subject, around)) return undefined;
  const fresh = once(find);
  const by = now.doc.start - known.start;
  const found = known.found.map((finding, i) => {
    // Only its name, or each snapshot would hold on to all before it.
    const { rule } = finding;
    const fixes = () => {
      const again = fresh()[i];
      return again?.rule === rule ? again.fixes() : [];
    };
    return move(finding, by, subject.uri, fixes);
  });
  now.notes.words = wordsOf(last);
  now.notes.found = { found, start: now.doc.start, hangsOn: known.hangsOn };
  return found;
}

/** Remembers what was found about a definition. */
export function keepFound(
  now: Definition,
  found: readonly PlacedFinding[],
  subject: Subject,
  around: Surroundings,
): void {
  const companion = now.companion();
  // A task definition in the same file can change while the service's document does not; a lone document is read anew.
  if (companion?.uri === subject.uri || subject.file.tree.docs.length < 2) return;
  now.notes.found = { found, start: now.doc.start, hangsOn: hangsOn(companion, subject, around) };
}

function hangsOn(
  companion: { uri: string; file: FileRef } | undefined,
  { uri, settings, definitions }: Subject,
  { lookup }: Surroundings,
): HangsOn {
  const previous = lookup.previous?.(uri);
  return {
    settings,
    folder: lookup.folder(folderOf(uri)),
    previous,
    alone: definitions.length === 1,
    // Of a service that is new nobody asks what its task definition was.
    companion: companion && {
      uri: companion.uri,
      file: companion.file,
      previous: previous === undefined ? undefined : lookup.previous?.(companion.uri, uri),
    },
  };
}

function stands(then: HangsOn, { uri, settings, definitions }: Subject, { lookup }: Surroundings): boolean {
  const { companion, previous } = then;
  if (then.settings !== settings || then.alone !== (definitions.length === 1)) return false;
  if (then.folder !== lookup.folder(folderOf(uri)) || lookup.previous?.(uri) !== previous) return false;
  if (!companion) return true;
  if (lookup.file(companion.uri) !== companion.file) return false;
  return previous === undefined || lookup.previous?.(companion.uri, uri) === companion.previous;
}

function move(finding: PlacedFinding, by: number, uri: string, fixes: PlacedFinding['fixes']): PlacedFinding {
  const place = (where: string, span: Span): Span =>
    where === uri ? { start: span.start + by, end: span.end + by } : span;
  return {
    ...finding,
    span: place(finding.uri, finding.span),
    related: finding.related.map((other) => ({ ...other, span: place(other.uri, other.span) })),
    fixes: once(fixes),
  };
}
