/** Beside the YAML extension of Red Hat, with our own JSON Schema given to it: everything could be said twice. */
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { runAll, until } = require('./harness.cjs');

exports.run = () =>
  runAll({
    async 'the YAML server speaks of files that are not ours'() {
      const found = await diagnostics('elsewhere/theirs.yaml', (all) =>
        all.some(({ message }) => /accepted/.test(message)),
      );
      assert.deepEqual([...new Set(found.map(({ source }) => source?.startsWith('yaml')))], [true]);
    },
    async 'each finding is said once, and broken syntax by the YAML server'() {
      const name = 'shop/ecs-service-def.yaml';
      await diagnostics(name, (all) => all.some(isOurs));
      const editor = vscode.window.activeTextEditor;
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, 'tags: [\n'));
      // What the YAML server has to say comes in one message, so with the syntax its whole opinion is here.
      const found = await diagnostics(name, (all) => all.some((one) => !isOurs(one)) && all.some(isOurs));
      const theirs = found.filter((one) => !isOurs(one));
      assert.deepEqual(
        theirs.map(({ range }) => range.start.line >= end.line),
        theirs.map(() => true),
        said(theirs),
      );
      const tags = found.filter(
        ({ range }) => editor.document.lineAt(range.start.line).text === 'propagateTags: Service',
      );
      assert.deepEqual(
        tags.map(({ source }) => source),
        ['ecs-preflight'],
        said(tags),
      );
      assert.deepEqual(
        found.filter((one) => isOurs(one) && one.range.start.line >= end.line),
        [],
        said(found),
      );
      await vscode.commands.executeCommand('workbench.action.files.revert');
    },
  });

const isOurs = ({ source }) => source === 'ecs-preflight';
const said = (all) => all.map(({ source, message, range }) => `${range.start.line} ${source}: ${message}`).join('\n');

/** What is said of a file that is open in the editor, as soon as it is enough. */
async function diagnostics(name, enough) {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
  await vscode.commands.executeCommand('vscode.open', uri);
  const now = () => vscode.languages.getDiagnostics(uri);
  await until(
    () => enough(now()),
    () => `diagnostics of ${name}, which has\n${said(now())}`,
  );
  return now();
}
