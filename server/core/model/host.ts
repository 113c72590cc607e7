/** What the core may ask of the world. Synchronous and side-effect free; a browser answers from what the editor opened. */
export interface Host {
  /** The text of a file, or undefined when there is none, it is too large, or it must not be read. */
  read(uri: string): string | undefined;
  /** URIs of the files directly in a folder (no recursion); [] when it cannot be listed. */
  list(folder: string): string[];
  /** A number that differs whenever an answer may differ, for hosts that know. Spares asking for each file again. */
  version?(): number;
  /**
   * What a file was before, for what an update would do: the last commit, or what a person names. `runBy` is the service
   * file for whose sake its task definition is asked about. Undefined for a file that is new, and where nobody can tell.
   */
  previous?(uri: string, runBy?: string): string | undefined;
}

export const NO_HOST: Host = { read: () => undefined, list: () => [] };

/** The folder part of a URI or path, without the trailing slash. */
export function folderOf(uri: string): string {
  const cut = uri.lastIndexOf('/');
  return cut < 0 ? '' : uri.slice(0, cut);
}

/** The last part of a URI or path. */
export function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** Joins a relative path to a folder URI, resolving `.` and `..`; absolute paths and URIs with a scheme come back as they are. */
export function joinUri(folder: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return path;
  const inUri = /^[a-z][a-z0-9+.-]*:\/\//i.test(folder);
  const write = inUri ? escapeSegment : (part: string) => part;
  if (path.startsWith('/'))
    return folder.startsWith('file://') ? `file://${path.split('/').map(write).join('/')}` : path;
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(write(part));
  }
  return parts.join('/');
}

/** Escapes a name as editors and vscode-uri do, so that URIs made from paths compare equal to theirs. */
function escapeSegment(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
