import { type Uri, window, workspace } from 'vscode';
import type { RolloutAnswer } from '../../server/lsp/check-result';
import { committedText, searchedForRepositories } from '../git';
import type { Server } from '../running-server';
import type { CompareWith, Run } from './messages';
import type { Preview } from './preview';

/** The run of another version of the file, or of another file; undefined when the person chose none. */
export async function versionToCompare(other: CompareWith, preview: Preview, server: Server): Promise<Run | undefined> {
  const version = await VERSIONS[other](preview.uri);
  if (!version) return undefined;
  const { text, uri, label } = version;
  const prefix = uri.toString() === preview.uri.toString() ? preview.shown?.prefix : undefined;
  const answer = await server.run<RolloutAnswer | null>('ecsPreflight.preview', uri.toString(), { prefix, text });
  if (!answer) throw new Error(`${label} holds no service definition.`);
  return { label, plan: answer.plan, report: answer.report };
}

interface Version {
  uri: Uri;
  text: string;
  label: string;
}

const VERSIONS: Record<CompareWith, (uri: Uri) => Promise<Version | undefined>> = {
  saved: async (uri) => ({ uri, text: await read(uri), label: 'the saved file' }),
  async head(uri) {
    await searchedForRepositories();
    const text = await committedText(uri);
    if (text === undefined) throw new Error('the file is in no Git repository that the editor knows');
    return { uri, text, label: 'the last commit' };
  },
  async file() {
    const chosen = await window.showOpenDialog({ filters: { Definitions: ['json', 'jsonc', 'yaml', 'yml'] } });
    const [uri] = chosen ?? [];
    return uri && { uri, text: await read(uri), label: uri.path.slice(uri.path.lastIndexOf('/') + 1) };
  },
};

async function read(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
