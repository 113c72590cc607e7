import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Ignore, ignoreIn, ignoresAbove } from './gitignore';

/** Folders that hold other people's files or generated ones. */
const SKIPPED = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.terraform',
  '.terragrunt-cache',
  'cdk.out',
  '.aws-sam',
  '.serverless',
  '.venv',
  '__pycache__',
  '.tox',
  '.cache',
  '.next',
  '.yarn',
  '.pnpm-store',
]);

export interface WalkOptions {
  /** Whether a file is wanted, by its absolute path. */
  accept: (path: string) => boolean;
  /** Told of folders that cannot be listed. */
  onTrouble?: (path: string, code: string) => void;
  /** Whether to leave out what .gitignore names; true when left out. */
  gitignore?: boolean;
}

/** All wanted files below a folder, sorted inside each folder. Links are not followed, so there are no loops. */
export function walk(folder: string, options: WalkOptions): string[] {
  return [...walkSteps(folder, options)].filter((path) => path !== undefined);
}

/** The same one by one, with an undefined after each folder: a walker with other things to do can pause there. */
export function walkSteps(folder: string, options: WalkOptions): Generator<string | undefined> {
  return visit(folder, options.gitignore === false ? [] : ignoresAbove(folder), options);
}

type Rules = readonly { folder: string; ignore: Ignore }[];

function* visit(folder: string, above: Rules, options: WalkOptions): Generator<string | undefined> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    options.onTrouble?.(folder, (error as NodeJS.ErrnoException).code ?? String(error));
    return;
  }
  const own =
    options.gitignore !== false && entries.some((e) => e.name === '.gitignore') ? ignoreIn(folder) : undefined;
  const rules = own ? [...above, { folder, ignore: own }] : above;
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !isIgnored(path, true, rules)) yield* visit(path, rules, options);
    } else if (entry.isFile() && options.accept(path) && !isIgnored(path, false, rules)) yield path;
  }
  yield undefined;
}

/** The innermost .gitignore that says anything decides. */
function isIgnored(path: string, isFolder: boolean, rules: Rules): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const { folder, ignore } = rules[i] as Rules[number];
    const inside = relative(folder, path);
    const verdict = ignore.verdict(sep === '/' ? inside : inside.split(sep).join('/'), isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}
