import type { PlacedFinding } from './finding';
import type { FileRef } from './model/fact';
import type { FolderView } from './model/folder-view';
import type { Rule } from './rules/rule';
import type { Settings } from './settings';

/** What is kept with a definition until its next version, by those who work it out. */
export interface Notes {
  /** Which rules found nothing (rules/memory.ts). */
  rested?: Rested;
  /** What was found, and what that hangs on (again.ts). */
  found?: Found;
  /** What it may share with other services (meeting.ts). */
  words?: readonly string[];
}

/**
 * What was found about the services of a document of a stream holds for as long as the document and all that the rules
 * looked at stand as they stood. So a keystroke costs the work of one document, however many the file has.
 */
export interface Found {
  found: readonly PlacedFinding[];
  /** Where the document began when they were found. */
  start: number;
  hangsOn: HangsOn;
}

/** Everything outside its document that findings about a service can come from, but for other services. */
export interface HangsOn {
  settings: Settings;
  folder: FolderView;
  previous: string | undefined;
  /** Whether it is the only definition of the file. */
  alone: boolean;
  companion: { uri: string; file: FileRef; previous: string | undefined } | undefined;
}

/** What rules found nothing, and what each of them looked at. */
export interface Rested {
  rules: readonly Rule[];
  /** Bits of what each silent rule looked at; SPEAKS for the others. */
  looked: Int32Array;
  /** Top-level members with departures from the schema. */
  dirty: ReadonlySet<string>;
  /** The text of each top-level member. */
  texts: ReadonlyMap<string, string> | undefined;
}
