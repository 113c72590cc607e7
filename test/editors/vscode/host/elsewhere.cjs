/** In a folder without ECS files: what it costs people who have the extension and do not need it now. */
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { childrenWith, runAll, until } = require('./harness.cjs');

const SERVER = 'ecs-preflight.ecs-preflight-';
const OURS = 'ecs-preflight.ecs-preflight';
const EMPTY = 'ecs-preflight-tests.empty';

exports.run = () =>
  runAll({
    async 'is not active before a JSON or YAML file is opened'() {
      const open = vscode.workspace.textDocuments.map(({ uri }) => uri.path);
      for (const id of [OURS, EMPTY])
        assert.equal(vscode.extensions.getExtension(id)?.isActive, false, `${id} is active; open: ${open.join(', ')}`);
    },
    async 'activates about as fast as an extension that does nothing'() {
      const empty = await timed(EMPTY);
      const ours = await timed(OURS);
      assert.ok(ours - empty <= 100, `${ours.toFixed(1)} ms, an empty one ${empty.toFixed(1)} ms`);
      return `${ours.toFixed(1)} ms, an empty one ${empty.toFixed(1)} ms`;
    },
    async 'starts no server for files of others'() {
      for (const name of ['release.json', 'kubernetes.yaml']) {
        const [file] = await vscode.workspace.findFiles(name);
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
        // By the time the editor has asked around for a hover, everybody has heard of the document.
        await vscode.commands.executeCommand('vscode.executeHoverProvider', file, new vscode.Position(0, 3));
      }
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
    },
  });

async function timed(id) {
  const start = performance.now();
  await vscode.extensions.getExtension(id).activate();
  return performance.now() - start;
}
