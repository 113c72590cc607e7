import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { readText } from '../../config';
import { type Io, UsageError } from '../io';
import { optionPath, type Target } from './targets';

/** Most bytes of an old version. */
const MOST = 20 * 1024 * 1024;

/**
 * The previous text of a file by `--previous`: a FILE, or `git:REV` for what the file was in that revision. Undefined
 * where the file is new. Git runs for this flag alone, without a shell, and only prints an object.
 */
export function previousOf(spec: string, targets: readonly Target[], io: Io): (target: Target) => string | undefined {
  if (spec.startsWith('git:')) return (target) => fromGit(spec.slice('git:'.length), target);
  if (targets.length > 1) {
    throw new UsageError(
      `--previous ${spec} is one file, and ${targets.length} files are checked; name one of them, or use --previous git:REV`,
    );
  }
  const result = readText(optionPath(io, spec));
  if (result.text === undefined) throw new UsageError(`--previous ${spec} ${result.message}`);
  return () => result.text;
}

function fromGit(revision: string, target: Target): string | undefined {
  if (!revision || revision.startsWith('-'))
    throw new UsageError('--previous git: needs a revision, e.g. git:HEAD or git:origin/main');
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: dirname(target.path),
      encoding: 'utf8',
      maxBuffer: MOST,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  try {
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(
      missing
        ? '--previous git: needs git, which was not found'
        : `git knows no revision "${revision}" for ${target.display}`,
    );
  }
  try {
    return git('cat-file', 'blob', `${revision}:./${basename(target.path)}`);
  } catch {
    return undefined;
  }
}
