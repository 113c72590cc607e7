/** parse: the one way from text to tree. */
import { type Build, startBuild } from './build';
import { endOfReading, forgetLast, isOfCut, SLOWEST, tooLarge } from './ceiling';
import { type Agreement, compareTexts } from './compare-texts';
import { maskConflicts } from './conflict';
import { openAround } from './holes';
import { parseJson } from './json';
import type { Doc, Syntax, Tree } from './node';
import { readPlainYaml } from './plain-yaml';
import { findLineStarts, moveLineStarts } from './position';
import { openMerging } from './resolve';
import { readByDocument } from './stream';
import { maskTemplates } from './template';
import { parseYaml } from './yaml';

export interface ParseOptions {
  /** Somebody waits for every keystroke: a file of absurd size is read to a ceiling (ceiling.ts), and all of it without. */
  bounded?: boolean;
}

/** What YAML forbids and the yaml package uses as signs of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** Texts up to this long are looked through faster than compared with what they were. */
const SHORT = 8 * 1024;

/**
 * Text → tree, with a problem for everything that the readers of the file would refuse. Never throws; broken text gives
 * what could be read, and the maps and lists that lost something have `open` set. Offsets are those of `text`.
 * `previous`: a tree of an earlier state of the same file; documents of a YAML stream that have not changed are taken
 * from it (it stays valid), and maps and lists of JSON that have not changed are passed over until they are looked at,
 * so that a keystroke costs what it changes and not all.
 */
export function parse(text: string, syntax: Syntax, previous?: Tree, { bounded = false }: ParseOptions = {}): Tree {
  const end = bounded ? endOfReading(text) : text.length;
  const head = end < text.length ? text.slice(0, end) : text;
  const build = startBuild(head, head, bounded ? { left: SLOWEST, isSpent: false } : undefined);
  const tree = read(build, syntax, previous?.isCut || end < text.length ? undefined : previous);
  if (end < text.length) {
    forgetLast(tree.docs, build);
    const known = tree.problems.filter((problem) => !isOfCut(problem, end));
    // Where the slow reader stopped before, that is told.
    tree.problems = build.allowance.isSpent ? known : [...known, tooLarge(end)];
    tree.text = text;
    tree.lineStarts = findLineStarts(text);
  }
  if (end < text.length || build.allowance.isSpent) tree.isCut = true;
  return tree;
}

function read(build: Build, syntax: Syntax, previous: Tree | undefined): Tree {
  const { text } = build;
  const agreement = previous && text.length > SHORT ? compareTexts(previous.text, text) : undefined;
  build.text = maskConflicts(text, build);
  const masked = maskTemplates(build.text, syntax);
  build.text = masked.text;
  build.templates = masked.templates;
  build.holes = masked.holes;
  if (syntax === 'yaml') maskControls(build, isPlainYaml(previous, build) ? agreement : undefined);
  const stream = syntax === 'yaml' ? readByDocument(build, previous, readYaml) : undefined;
  const docs = stream?.docs ?? (syntax === 'json' ? finish(parseJson(build, previous), build) : readYaml(build));
  if (docs.length === 0) docs.push({ kind: 'doc', index: 0, start: 0, end: text.length });
  const { problems, comments, templates } = build;
  const lineStarts =
    previous && agreement ? moveLineStarts(previous.lineStarts, text, agreement) : findLineStarts(text);
  const tree: Tree = { syntax, text, docs, problems, comments, templates, lineStarts };
  stream?.keep(tree);
  return tree;
}

function readYaml(build: Build): Doc[] {
  return finish(readPlainYaml(build) ?? parseYaml(build), build);
}

function finish(docs: Doc[], build: Build): Doc[] {
  if (build.holes.length > 0 || build.gaps.length > 0) openAround(docs, build);
  for (const map of build.merging) openMerging(map);
  if (build.problems.length > 1) build.problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return docs;
}

/** Whether nothing was masked in the earlier tree, nor is now: what the texts have in common then holds no control character. */
function isPlainYaml(previous: Tree | undefined, { original, text }: Build): boolean {
  if (previous?.syntax !== 'yaml' || previous.templates.length > 0 || text !== original) return false;
  return !previous.problems.some(({ code }) => code === 'control-character' || code === 'merge-conflict');
}

/**
 * The yaml package knows `\n` and `\r\n` only, and takes some control characters for its own marks. `changed`: where
 * alone there may be any.
 */
function maskControls(build: Build, changed: Agreement | undefined): void {
  if (build.text.includes('\r')) build.text = build.text.replace(/\r(?!\n)/g, '\n');
  if (changed && !CONTROL.test(build.text.slice(changed.until, changed.from))) return;
  const first = build.text.search(CONTROL);
  if (first === -1) return;
  build.problems.push({
    code: 'control-character',
    severity: 'error',
    start: first,
    end: first + 1,
    message:
      'A control character stands here. YAML readers refuse the file: remove it, or write it as an escape in double quotes.',
  });
  build.gaps.push(first);
  build.text = build.text.replace(new RegExp(CONTROL, 'g'), (_, start: number) => {
    if (build.broken.length < 100) build.broken.push({ start, end: start + 1 });
    return '\ufffd';
  });
}
