import type { Definition } from './definition';
import type { Finding, PlacedFinding } from './finding';
import type { Profile } from './model/profile';
import type { RecogniseHints } from './model/recognise';
import type { SourceFile } from './model/source-file';
import type { Suppression } from './rules/suppress';
import type { Settings } from './settings';
import type { Tree } from './syntax';

/** One version of one document. Everything but the tree is worked out when first asked for, and kept. */
export interface Snapshot {
  uri: string;
  text: string;
  tree: Tree;
  file: SourceFile;
  settings: Settings;
  definitions: readonly Definition[];
  suppressions: readonly Suppression[];
  /** Findings in this document. */
  findings(): readonly Finding[];
  /** Findings in the task definition that a service of this document runs, by the file they stand in. */
  elsewhere(): readonly PlacedFinding[];
}

export interface SnapshotOptions {
  /** The kind of definition that a person said this is, e.g. by naming the file on the command line. */
  expected?: RecogniseHints['expected'];
  profile?: Profile;
  /** The last snapshot of the same document, for reuse of unchanged parts. */
  last?: Snapshot;
}
