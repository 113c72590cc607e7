import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Io } from '../../server/cli/io';
import { run } from '../../server/cli/run';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line in this process. */
export async function cli(
  cwd: string,
  argv: readonly string[],
  io: Partial<Io> & { stdin?: string | Uint8Array } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const stdin = typeof io.stdin === 'string' ? new TextEncoder().encode(io.stdin) : (io.stdin ?? new Uint8Array());
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: () => stdin,
    cwd,
    env: {},
    outIsTerminal: false,
    errIsTerminal: false,
    columns: undefined,
    onInterrupt: () => () => {},
    now: () => 0,
    ...io,
  });
  return { code, out, err };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of files for one test, removed when the file of tests is done. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ecs-preflight-test-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

export const FINE = `serviceName: web
taskDefinition: web:1
desiredCount: 2
launchType: FARGATE
deploymentConfiguration:
  minimumHealthyPercent: 100
networkConfiguration:
  awsvpcConfiguration:
    subnets: [subnet-0a1b2c3d4e5f60718, subnet-0a1b2c3d4e5f60719]
`;

/** One error, with a safe fix, on line 3 from character 14 to 17. */
export const WRONG = FINE.replace('desiredCount: 2', 'desiredCount: "2"');
