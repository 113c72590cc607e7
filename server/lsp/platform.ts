import type { Configuration } from '../config';
import { type Host, NO_HOST } from '../core/model/host';
import type { PageParts } from '../report/html';
import type { Workers } from '../runs/workers';

/** Milliseconds on a steady clock; given by the shell because browsers and Node name it differently. */
export type Clock = () => number;

/** What the place where the server runs gives it: Node has a disk, a browser worker has only what the editor opened. URIs in core form. */
export interface Platform {
  host: Host;
  now: Clock;
  /** Reads a file without keeping it, for looking at many. */
  peek(uri: string): string | undefined;
  /** Configuration files and the editor's settings, merged. */
  configuration(editor: EditorSettings): Configuration;
  /** True for files that `configuration` reads: when one changes, everything is asked anew. */
  isConfiguration(uri: string): boolean;
  /**
   * Files below a folder whose names say JSON or YAML; folders that never hold sources are left out. Undefined between
   * them is a step without a file: a moment to let others have their turn.
   */
  walk(folder: string): Iterable<string | undefined>;
  /** The built parts of the preview's page; undefined where they are not at hand. */
  pageParts?(): PageParts | undefined;
  /** Workers for many runs; undefined where none are to be had. */
  workers?(): Workers | undefined;
  /** Writes a file where it disturbs nobody; its URI. */
  putAside?(name: string, text: string): string;
  /** Spends time to save memory from now on: what a large document leaves behind at each keystroke is collected sooner. */
  saveMemory?(): void;
  /** Ends the process, where there is one. */
  exit?(code: number): void;
  /** Calls `gone` when the process with this id has ended, where processes can be seen. */
  watch?(processId: number, gone: () => void): void;
}

/** What the editor says for a file (any JSON), and the URI of the folder that its paths are relative to. */
export type EditorSettings = (uri: string) => { folder: string | undefined; settings: unknown };

/** No disk: single files and what the editor opens beside them. */
export const NO_DISK: Pick<Platform, 'host' | 'now' | 'peek' | 'isConfiguration' | 'walk'> = {
  host: NO_HOST,
  now: () => performance.now(),
  peek: () => undefined,
  isConfiguration: () => false,
  walk: () => [],
};
