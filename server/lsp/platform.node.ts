import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  CONFIG_NAMES,
  createConfiguration,
  createNodeHost,
  MOST_BESIDE,
  readText,
  toPath,
  toUri,
  walkSteps,
} from '../config';
import { nameOf } from '../core/model/host';
import { readPageParts, simulatorScript } from '../report/parts';
import { threadWorkers } from '../runs/node';
import type { Platform } from './platform';

const DATA_FILE = /\.(json|jsonc|ya?ml)$/i;
const CONFIGURATION: ReadonlySet<string> = new Set<string>([...CONFIG_NAMES, 'package.json', '.gitignore']);

export function createNodePlatform(): Platform {
  return {
    host: createNodeHost(),
    now: () => performance.now(),
    peek(uri) {
      const path = toPath(uri);
      return path === undefined ? undefined : readText(path, MOST_BESIDE).text;
    },
    configuration: (editor) =>
      createConfiguration({
        editor(uri) {
          const { folder, settings } = editor(uri);
          return settings === undefined ? undefined : { folder: (folder && toPath(folder)) ?? '/', settings };
        },
      }),
    isConfiguration: (uri) => CONFIGURATION.has(nameOf(uri)),
    pageParts: () => readPageParts(__dirname),
    workers() {
      const script = simulatorScript(__dirname);
      return script === undefined ? undefined : threadWorkers(script);
    },
    putAside(name, text) {
      const path = join(mkdtempSync(join(tmpdir(), 'ecs-preflight-')), name);
      writeFileSync(path, text);
      return toUri(path);
    },
    // Otherwise the heap may grow to several times what is in use before it is looked through.
    saveMemory: () => setFlagsFromString('--heap-growing-percent=30'),
    exit: (code) => process.exit(code),
    watch: watchProcess,
    *walk(folder) {
      const path = toPath(folder);
      if (path === undefined) return;
      for (const file of walkSteps(path, { accept: (name) => DATA_FILE.test(name) })) yield file && toUri(file);
    },
  };
}

/** Milliseconds. */
const LOOK_EVERY = 3000;

function watchProcess(processId: number, gone: () => void): void {
  const timer = setInterval(() => {
    if (isAlive(processId)) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY);
  timer.unref();
}

/** Also when it is another user's and may not be signalled. */
function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
