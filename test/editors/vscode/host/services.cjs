/** In a folder with ECS files. */
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { childrenWith, runAll, SERVER, until } = require('./harness.cjs');

exports.run = () =>
  runAll({
    async 'starts a server where the names of files tell, before one of them is opened'() {
      await until(() => childrenWith(SERVER).length === 1, 'a server');
      await until(() => vscode.languages.getDiagnostics().some(([, found]) => found.some(isOurs)), 'a finding');
    },
    async 'says each thing once'() {
      const document = await open('payments-service.json');
      const found = await findings(document, 'output-only-member');
      const places = found.map(({ code, range }) => `${code.value} ${range.start.line}:${range.start.character}`);
      assert.deepEqual(places, ['wrong-type 4:18', 'wrong-type 11:26', 'output-only-member 12:2']);
    },
    async 'offers formatting to nobody: it is the work of others'() {
      const document = await open('shop/ecs-service-def.yaml');
      const edits = await vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {});
      assert.equal(edits?.length ?? 0, 0);
    },
    async 'keeps nothing of a closed file but what is on disk'() {
      const document = await open('shop/ecs-service-def.yaml');
      await findings(document, 'not-a-listed-value');
      await replace(document, 'propagateTags: Service', 'propagateTags: SERVICE');
      await until(() => !codes(document).includes('not-a-listed-value'), 'the finding goes');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await until(() => codes(document).includes('not-a-listed-value'), 'the finding of the file on disk is back');
    },
    async 'starts the server again when it was killed'() {
      const document = await open('payments-service.json');
      await findings(document, 'output-only-member');
      const [before] = childrenWith(SERVER);
      process.kill(before, 'SIGKILL');
      const after = await until(() => childrenWith(SERVER).find((pid) => pid !== before), 'a new process');
      await replace(document, '"launchType": "FARGATE"', '"launchType": "FARGATEE"');
      await findings(document, 'not-a-listed-value');
      assert.notEqual(after, before);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    },
    async 'restarts the server by command'() {
      const document = await open('payments-service.json');
      await findings(document, 'output-only-member');
      const [before] = childrenWith(SERVER);
      await vscode.commands.executeCommand('ecsPreflight.restartServer');
      await until(() => childrenWith(SERVER).find((pid) => pid !== before), 'a new process');
      await until(() => !childrenWith(SERVER).includes(before), 'the old process has ended');
      await findings(document, 'output-only-member');
    },
  });

const isOurs = ({ source }) => source === 'ecs-preflight';

async function open(name) {
  const [folder] = vscode.workspace.workspaceFolders;
  // As a click does it. What the API opens stays open for minutes after its editor has gone.
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.activeTextEditor.document;
}

const codes = (document) => vscode.languages.getDiagnostics(document.uri).map((each) => each.code?.value);

function findings(document, code) {
  return until(
    () => codes(document).includes(code) && vscode.languages.getDiagnostics(document.uri),
    `${code} in ${document.uri.path}, which has ${codes(document)}`,
  );
}

async function replace(document, text, by) {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, text);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
  assert.ok(await vscode.window.activeTextEditor.edit((edit) => edit.replace(range, by)));
}
