import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './workspace';

export interface Home {
  folder: string;
  env: NodeJS.ProcessEnv;
  remove(): void;
}

/** A home folder without anybody's settings, and a PATH on which `ecs-preflight` is what dist/ holds. */
export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-preflight-home-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const command = join(bin, 'ecs-preflight');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'dist', 'cli.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: folder, PATH: `${bin}${delimiter}${process.env.PATH}` };
  for (const kind of ['CONFIG', 'DATA', 'STATE', 'CACHE']) env[`XDG_${kind}_HOME`] = join(folder, kind.toLowerCase());
  return { folder, env, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** What an editor wrote as JSON into $RESULT; throws with its output when it wrote nothing. */
export async function runEditor<R>(
  program: string,
  args: string[],
  { env, result, read }: { env: NodeJS.ProcessEnv; result: string; read: (file: string) => string },
): Promise<R> {
  const ran = await promisify(execFile)(program, args, { env: { ...env, RESULT: result }, timeout: 60_000 }).catch(
    (error: { stdout?: string; stderr?: string }) => error,
  );
  let written: string;
  try {
    written = read(result);
  } catch {
    throw new Error(`${program} wrote nothing:\n${ran.stdout ?? ''}${ran.stderr ?? ''}`);
  }
  const answer = JSON.parse(written) as R & { error?: string };
  if (answer.error) throw new Error(answer.error);
  return answer;
}
