import { join } from 'node:path';
import { URI } from 'vscode-uri';

/** File URI of an absolute path, written as VS Code writes it, so that URIs from editors and from here compare equal. */
export function toUri(path: string): string {
  return URI.file(path).toString();
}

/** URIs of names in a folder. Of hundreds of files most have names that stand in a URI as they are. */
export function urisIn(folder: string): (name: string) => string {
  const base = toUri(folder).replace(/\/$/, '');
  return (name) => (/^[\w.-]+$/.test(name) ? `${base}/${name}` : toUri(join(folder, name)));
}

/** Path of a file URI; undefined for every other scheme (untitled:, git:, http:). */
export function toPath(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : undefined;
  } catch {
    return undefined;
  }
}
