import { folderOf } from '../../server/core/model/host';
import type { Platform } from '../../server/lsp/platform';
import { createBrowserPlatform } from '../../server/lsp/platform.browser';

/** A disk in memory, with the editor's settings as the only configuration. */
export function memoryPlatform(files: Map<string, string>): Platform {
  return {
    ...createBrowserPlatform(async () => undefined),
    host: {
      read: (uri) => files.get(uri),
      list: (folder) => [...files.keys()].filter((uri) => folderOf(uri) === folder),
    },
    peek: (uri) => files.get(uri),
    walk: (folder) => [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`)),
  };
}
