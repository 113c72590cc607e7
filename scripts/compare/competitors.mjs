/** Who is measured, and how each is started and told of our JSON Schema. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { npm, room } from '../editors/cache.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const SCHEMA = join(root, 'schemas', 'generated', 'ecs-service.schema.json');

/** The last 1.x, the JSON server of VS Code as other editors get it, and the usual validator for JSON Schema. */
export const VERSIONS = {
  'yaml-language-server': '1.25.0',
  'vscode-langservers-extracted': '4.10.0',
  'ajv-cli': '5.0.0',
};

/** Installs them outside the clone. Throws NotAvailable. */
export async function findCompetitors() {
  const wanted = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  const folder = room('compare', wanted.join(' '), (empty) => npm(empty, ['install', ...wanted]));
  const bin = (name, program) => {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin[program]);
  };
  return {
    ours: { name: 'ours', args: [join(root, 'dist', 'server.js'), '--stdio'], pulls: true, settings: {} },
    yaml: {
      name: `yaml-language-server ${VERSIONS['yaml-language-server']}`,
      args: [bin('yaml-language-server', 'yaml-language-server'), '--stdio'],
      pulls: false,
      settings: {
        yaml: {
          schemas: { [pathToFileURL(SCHEMA).href]: '*.yaml' },
          schemaStore: { enable: false },
          validate: true,
          hover: true,
          completion: true,
        },
      },
    },
    json: {
      name: `JSON server of VS Code (${VERSIONS['vscode-langservers-extracted']})`,
      args: [bin('vscode-langservers-extracted', 'vscode-json-language-server'), '--stdio'],
      pulls: true,
      settings: {
        json: {
          validate: { enable: true },
          schemas: [
            { fileMatch: ['*.json'], url: 'memory://service', schema: JSON.parse(readFileSync(SCHEMA, 'utf8')) },
          ],
        },
      },
    },
    empty: {
      name: 'empty server',
      args: [await buildEmpty(folder), '--stdio'],
      pulls: true,
      settings: {},
      // Finds nothing, whatever is typed.
      silent: true,
    },
    cli: join(root, 'dist', 'cli.js'),
    ajv: bin('ajv-cli', 'ajv'),
  };
}

/** The least that a language server with pull diagnostics can be. */
const EMPTY = `
import { createConnection, StreamMessageReader, StreamMessageWriter, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
const connection = createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const documents = new TextDocuments(TextDocument);
const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2, diagnosticProvider } }));
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
documents.listen(connection);
connection.listen();
`;

async function buildEmpty(folder) {
  const outfile = join(folder, 'empty-server.js');
  await build({
    stdin: { contents: EMPTY, resolveDir: root },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    mainFields: ['module', 'main'],
  });
  return outfile;
}

/** For texts in JSON: the parser that the core uses anyway. */
export const { parse } = createRequire(join(root, 'package.json'))('yaml');
