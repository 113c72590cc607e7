import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageParts } from './html';

let read: PageParts | undefined;

/**
 * The built page, from the folder of the program that runs; from dist/ of the repository when it runs from its sources.
 * Undefined where it was not built.
 */
export function readPageParts(from: string): PageParts | undefined {
  const folder = read ? undefined : [from, ...andAbove(from).map((one) => join(one, 'dist'))].find(holdsPage);
  if (folder) {
    const file = (name: string) => readFileSync(join(folder, name), 'utf8');
    read = { script: file('preview.js'), style: file('preview.css'), simulator: file('simulator.js') };
  }
  return read;
}

function holdsPage(folder: string): boolean {
  return ['preview.js', 'preview.css', 'simulator.js'].every((name) => existsSync(join(folder, name)));
}

/** A folder and those above it, nearest first. */
function andAbove(folder: string): string[] {
  return folder === dirname(folder) ? [folder] : [folder, ...andAbove(dirname(folder))];
}
