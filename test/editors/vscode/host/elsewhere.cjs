/** In a folder without ECS files: what it costs people who have the extension and do not need it now. */
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { childrenWith, loaded, OURS, runAll, SERVER, until } = require('./harness.cjs');

exports.run = () =>
  runAll({
    async 'starts no server for files of others, and loads what would start one neither'() {
      for (const name of ['release.json', 'kubernetes.yaml']) {
        const [file] = await vscode.workspace.findFiles(name);
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
        // By the time the editor has asked around for a hover, everybody has heard of the document.
        await vscode.commands.executeCommand('vscode.executeHoverProvider', file, new vscode.Position(0, 3));
      }
      await until(() => vscode.extensions.getExtension(OURS).isActive, 'the extension has looked at them');
      assert.deepEqual(loaded(), ['dist/extension.js']);
      assert.deepEqual(childrenWith(SERVER), []);
    },
    async 'starts one when a service definition is written'() {
      const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'serviceName: web\nlaunchType: FARGATEE\n'));
      const found = await until(() => {
        const diagnostics = vscode.languages.getDiagnostics(document.uri);
        return diagnostics.some((each) => each.code?.value === 'not-a-listed-value') && diagnostics;
      }, 'a finding in the new document');
      assert.ok(found.every((each) => each.source === 'ecs-preflight'));
      assert.equal(childrenWith(SERVER).length, 1);
      assert.ok(loaded().includes('dist/language-client.js'));
    },
  });
