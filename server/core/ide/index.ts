/** Editor features over a snapshot. One file each; plain data in, plain data out. */
export { actionsAt, fixAllIn } from './actions';
export { beginnings } from './begin';
export { complete, documentationOf } from './complete';
export { hintsIn } from './hints';
export { hoverAt } from './hover';
export { lensesIn, resolveLens } from './lenses';
export { linksIn } from './links';
export { definitionAt, highlightsAt, referencesAt, renameAt, renameTargetAt } from './navigation';
export { definitionSymbolsIn, outlineOf } from './outline';
export { rulePage } from './rule-page';
export { selectionAt } from './selection';
export { SKELETONS, skeletonText } from './skeletons';
export type * from './types';
