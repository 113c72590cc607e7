import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'server.js');
if (!existsSync(SERVER)) throw new Error('npm run build comes first');

/** The server as editors start it. */
export const OURS = { name: 'ours', args: [SERVER, '--stdio'], pulls: true, settings: {} };

const PROOF = 'file:///proof/ecs-service-def.yaml';
const WRONG = 'serviceName: web\ncluster: main\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: FARGATEE\n';
let proofs = 0;

export async function openEditor(editor) {
  await editor.initialize('file:///w');
  return editor;
}

/** A server is alive when it finds what is wrong with a file that it has not seen. */
export async function proveAlive(editor, log, what) {
  const uri = PROOF.replace('proof', `proof-${proofs++}`);
  try {
    editor.open(uri, WRONG);
    const { items } = await editor.request('textDocument/diagnostic', { textDocument: { uri } });
    if (!items.some(({ code }) => code === 'not-a-listed-value')) throw new Error('finds nothing any more');
    editor.notify('textDocument/didClose', { textDocument: { uri } });
    return true;
  } catch (error) {
    log.fail(what, error, '');
    return false;
  }
}
