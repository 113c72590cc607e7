/**
 * Text in, tree out; changes in, text edits out. The public face of this folder:
 *
 * parse(text, syntax, last?) -> Tree                never throws; reuses the unchanged documents of the last tree
 * guessSyntax(text, name)    -> Syntax              ending first, then content
 * resolveAlias(node)         -> Node | undefined    follows aliases with a depth guard
 * members(map)               -> Entry[]             own members, then merged ones that no own member hides
 * toPlain(node)              -> Plain | undefined   plain value, with a budget for aliases
 * nodeAt / findNode / pathOf                        what stands at an offset or a path, and where a node is
 * contextAt(tree, offset)    -> CursorContext       what a half-typed document expects at a cursor
 * changesToEdits(tree, changes) -> TextEdit[]         minimal edits in the file's own style; undefined when refused
 * printPlain(value, options) -> string
 * transcode(tree, options)   -> string | undefined    the file in the other syntax, with its comments
 * positionAt / offsetAt      -> LSP positions
 */

export { LARGEST, SLOWEST } from './ceiling';
export type { Change } from './change';
export type { CursorContext, Needs } from './cursor';
export { applyEdits, changesToEdits, isSound, planEdits } from './edit';
export { guessSyntax } from './guess';
export { contextAt } from './locate';
export type * from './node';
export { type ParseOptions, parse } from './parse';
export { findNode, nodeAt, type Path, pathOf, type Spot } from './path';
export { offsetAt, positionAt, startOfLine } from './position';
export { type PrintOptions, printPlain } from './print';
export { members, resolveAlias, toPlain } from './resolve';
export { detectStyle, type Style as FileStyle } from './style';
export { type TranscodeOptions, transcode } from './transcode';
