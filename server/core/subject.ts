import type { Definition } from './definition';
import type { SourceFile } from './model/source-file';
import type { Suppression } from './rules/suppress';
import type { Settings } from './settings';

/** What the rules look at together: one document and its surroundings. */
export interface Subject {
  uri: string;
  file: SourceFile;
  settings: Settings;
  definitions: readonly Definition[];
  suppressions: readonly Suppression[];
}
