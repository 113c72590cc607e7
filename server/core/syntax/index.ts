/**
 * Text in, tree out; changes in, text edits out. The public face of this folder:
 *
 * parse(text, syntax)        -> Tree                never throws
 * guessSyntax(text, name)    -> Syntax              ending first, then content
 * resolveAlias(node)         -> Node | undefined    follows aliases with a depth guard
 * members(map)               -> Entry[]             own members, then merged ones that no own member hides
 * pathAt(tree, offset)       -> what stands under a cursor (see locate.ts)
 * applyChanges(tree, changes)-> TextEdit[]          minimal edits in the file's own style (see edit.ts)
 * positionAt / offsetAt      -> LSP positions
 */
export type * from './node';
export { parse } from './parse';
export { guessSyntax } from './guess';
export { members, resolveAlias } from './resolve';
export { offsetAt, positionAt } from './position';
export { type CursorContext, contextAt } from './locate';
export { type Change, applyEdits, changesToEdits } from './edit';
export { printPlain } from './print';
