import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Copy {
  folder: string;
  path(name: string): string;
  read(name: string): string;
  write(name: string, text: string): void;
  /** Where a text begins, 1-based, as status bars and command lines count. */
  at(name: string, text: string, plus?: number): { line: number; column: number };
  remove(): void;
}

/** A copy of the fixtures: editors write into what they open. */
export function copyFixtures(): Copy {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'ecs-preflight-ws-')));
  const folder = join(parent, 'fixtures');
  cpSync(join(ROOT, 'test', 'editors', 'fixtures'), folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(path(name), 'utf8');
  return {
    folder,
    path,
    read,
    write: (name, text) => writeFileSync(path(name), text),
    at(name, text, plus = 0) {
      const offset = read(name).indexOf(text);
      if (offset < 0) throw new Error(`${name} has no ${text}`);
      const before = read(name)
        .slice(0, offset + plus)
        .split('\n');
      return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    },
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }),
  };
}
