import { basename, dirname } from 'node:path';
import { readText } from '../../config';
import { type Io, UsageError } from '../io';
import { optionPath, type Target } from './targets';

/** Most bytes of an old version. */
const MOST = 20 * 1024 * 1024;

/** What files were before. Undefined for a file that is new. */
export interface Previous {
  of(target: Target): string | undefined;
  /** Of a file beside a target, such as its task definition; undefined also where nothing was said about it. */
  ofPath(path: string): string | undefined;
}

/**
 * Reads `--previous`: a FILE, or `git:REV` for what each file was in that revision. Git runs for this flag alone, without
 * a shell, and only prints objects.
 */
export function readPrevious(spec: string, targets: readonly Target[], io: Io): Previous {
  if (spec.startsWith('git:')) {
    const revision = spec.slice('git:'.length);
    if (targets[0]) checkRevision(revision, targets[0]);
    const ofPath = (path: string) => fromGit(revision, path);
    return { of: (target) => ofPath(target.path), ofPath };
  }
  if (targets.length > 1) {
    throw new UsageError(
      `--previous ${spec} is one file, and ${targets.length} files are checked; name one of them, or use --previous git:REV`,
    );
  }
  const result = readText(optionPath(io, spec));
  if (result.text === undefined) throw new UsageError(`--previous ${spec} ${result.message}`);
  return { of: () => result.text, ofPath: () => undefined };
}

function checkRevision(revision: string, { path, display }: Target): void {
  if (!revision || revision.startsWith('-')) {
    throw new UsageError('--previous git: needs a revision, e.g. git:HEAD or git:origin/main');
  }
  try {
    git(dirname(path), 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing
      ? '--previous git: needs git, which was not found'
      : `git knows no revision "${revision}" for ${display}`;
    throw new UsageError(message);
  }
}

function fromGit(revision: string, path: string): string | undefined {
  try {
    return git(dirname(path), 'cat-file', 'blob', `${revision}:./${basename(path)}`);
  } catch {
    return undefined;
  }
}

function git(cwd: string, ...args: string[]): string {
  // Asked for here: few runs need it, and it takes longer to load than a file to check.
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: MOST, stdio: ['ignore', 'pipe', 'pipe'] });
}
