import type {
  AnnotatedTextEdit,
  CreateFile,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdits } from '../core/ide/types';
import type { Context } from './context';
import { type Lines, toRange } from './from-core';
import { toPlainSnippet } from './snippet';

type Edit = TextEdit | SnippetTextEdit | AnnotatedTextEdit;

/** Edits in offsets to a workspace edit as this client takes it. Files out of view are left alone. */
export function toWorkspaceEdit(edits: FileEdits, context: Context): WorkspaceEdit {
  const { client, documents, target } = context;
  const files = Object.entries(edits).flatMap(([uri, list]) => {
    const lines = target.lines(uri);
    return lines ? [{ uri, edits: list, lines }] : [];
  });
  if (!client.documentChanges) {
    return {
      changes: Object.fromEntries(
        files.map((file) => [target.uri(file.uri), file.edits.map((edit) => plainEdit(edit, file.lines))]),
      ),
    };
  }
  return {
    documentChanges: files.map((file) => ({
      textDocument: { uri: target.uri(file.uri), version: documents.get(file.uri)?.version ?? null },
      edits: file.edits.map(
        (edit): Edit =>
          edit.snippet && client.snippetEdits ? snippetEdit(edit, file.lines) : plainEdit(edit, file.lines),
      ),
    })),
  };
}

/** A new file with its text, which the client refuses to write over one that is there. */
export function toFileCreation({ uri, text }: { uri: string; text: string }, context: Context): WorkspaceEdit {
  const created: CreateFile = { kind: 'create', uri: context.target.uri(uri), options: { overwrite: false } };
  const start = { line: 0, character: 0 };
  const filled: TextDocumentEdit = {
    textDocument: { uri: created.uri, version: null },
    edits: [{ range: { start, end: start }, newText: text }],
  };
  return { documentChanges: [created, filled] };
}

type CoreEdit = FileEdits[string][number];

function plainEdit(edit: CoreEdit, lines: Lines): TextEdit {
  return { range: toRange(lines, edit), newText: edit.snippet ? toPlainSnippet(edit.newText) : edit.newText };
}

function snippetEdit(edit: CoreEdit, lines: Lines): SnippetTextEdit {
  return { range: toRange(lines, edit), snippet: { kind: 'snippet', value: edit.newText } };
}
