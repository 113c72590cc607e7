/**
 * Writes what package.json says about settings from the generated schema of the configuration: one description, default
 * and limit for the settings of the editor and for .ecs-preflight.json. A test calls `configurationFrom` and compares.
 *
 *   node scripts/manifest.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SCHEMA = join(root, 'schemas', 'generated', 'ecs-preflight-config.schema.json');
const MANIFEST = join(root, 'package.json');

/** Read for the whole window: one server, one log. All other settings may differ from folder to folder. */
const OF_THE_WINDOW = new Set(['trace']);

/** The `contributes.configuration` of the extension's manifest. */
export function configurationFrom(schema) {
  const settings = Object.entries(schema.properties).filter(([name]) => name !== '$schema');
  return {
    title: 'ECS Preflight',
    properties: Object.fromEntries(
      settings.map(([name, setting], order) => [
        `ecsPreflight.${name}`,
        { ...forEditors(setting), scope: OF_THE_WINDOW.has(name) ? 'window' : 'resource', order },
      ]),
    ),
  };
}

/** Drops what the Settings editor does not read, at every depth. The sentence about the default is shown by the editor itself. */
function forEditors(value) {
  if (Array.isArray(value)) return value.map(forEditors);
  if (typeof value !== 'object' || value === null) return value;
  const { defaultSnippets, description, enumDescriptions, ...rest } = value;
  const kept = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, forEditors(inner)]));
  if (typeof kept.markdownDescription === 'string')
    kept.markdownDescription = kept.markdownDescription.replace(/\n\nWhen absent: `[^`]*`\.$/, '');
  else if (typeof description === 'string') kept.description = description;
  return kept;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  manifest.contributes = {
    ...manifest.contributes,
    configuration: configurationFrom(JSON.parse(readFileSync(SCHEMA, 'utf8'))),
  };
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}
