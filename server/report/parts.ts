import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageParts } from './html';

let read: PageParts | undefined;

const PARTS = ['preview.js', 'preview.css', 'simulator.js'];

/**
 * The built page, from the folder of the program that runs; from dist/ of the repository when it runs from its sources.
 * Undefined where it was not built.
 */
export function readPageParts(from: string): PageParts | undefined {
  const folder = read ? undefined : builtFolder(from, PARTS);
  if (folder) {
    const file = (name: string) => readFileSync(join(folder, name), 'utf8');
    read = { script: file('preview.js'), style: file('preview.css'), simulator: file('simulator.js') };
  }
  return read;
}

/** Path of dist/simulator.js; undefined where it was not built. */
export function simulatorScript(from: string): string | undefined {
  const folder = builtFolder(from, ['simulator.js']);
  return folder && join(folder, 'simulator.js');
}

function builtFolder(from: string, names: readonly string[]): string | undefined {
  const folders = [from, ...andAbove(from).map((one) => join(one, 'dist'))];
  return folders.find((folder) => names.every((name) => existsSync(join(folder, name))));
}

/** A folder and those above it, nearest first. */
function andAbove(folder: string): string[] {
  return folder === dirname(folder) ? [folder] : [folder, ...andAbove(dirname(folder))];
}
