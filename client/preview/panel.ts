import {
  commands,
  Disposable,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { RolloutAnswer } from '../../server/lsp/check-result';
import { isDefinitionLanguage } from '../documents';
import { CLIENT_COMMANDS, type Server } from '../running-server';
import { answerPage } from './answers';
import { type PageState, readState, readToHost, VERSION } from './messages';
import { pageHtml } from './page-html';
import type { Preview } from './preview';

const VIEW = 'ecsPreflight.rollout';
/** Typing goes on; the panel follows when it rests for a moment. */
const REST = 40;

/** The command, the panels and what brings them back when the window is opened again. Nothing runs while none is open. */
export function registerPreview(context: ExtensionContext, server: Server): Disposable {
  const previews = new Map<string, Preview>();
  let following: Disposable | undefined;

  function add(panel: WebviewPanel, uri: Uri, prefix: string | undefined, state?: PageState): Preview {
    const preview = createPreview(panel, uri, prefix, server);
    previews.set(uri.toString(), preview);
    following ??= follow(previews, server);
    panel.onDidDispose(() => {
      if (previews.get(uri.toString()) === preview) previews.delete(uri.toString());
      if (previews.size === 0) {
        following?.dispose();
        following = undefined;
      }
    });
    panel.webview.onDidReceiveMessage((data) => {
      const message = readToHost(data);
      if (message?.type === 'ready') void preview.refresh(state);
      else if (message) void answerPage(message, preview, server);
    });
    const folder = Uri.joinPath(context.extensionUri, 'dist');
    panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [folder] };
    panel.webview.html = pageHtml(panel.webview, folder);
    return preview;
  }

  async function open(given?: string | Uri, options?: { prefix?: string }): Promise<void> {
    const uri = given ? Uri.parse(given.toString()) : window.activeTextEditor?.document.uri;
    if (!uri)
      return void window.showInformationMessage('ECS Preflight: open a service definition to preview its rollout.');
    const known = previews.get(uri.toString());
    if (known) {
      known.prefix = options?.prefix ?? known.prefix;
      known.panel.reveal(undefined, true);
      return known.refresh();
    }
    const where = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel(VIEW, title(uri), where);
    panel.iconPath = Uri.joinPath(context.extensionUri, 'client/icon.png');
    add(panel, uri, options?.prefix);
  }

  return Disposable.from(
    commands.registerCommand(CLIENT_COMMANDS.preview, open),
    window.registerWebviewPanelSerializer(VIEW, {
      async deserializeWebviewPanel(panel, kept: unknown) {
        const state = readState(kept);
        if (state) add(panel, Uri.parse(state.uri), state.prefix, state);
        else panel.dispose();
      },
    }),
    { dispose: () => following?.dispose() },
  );
}

function title(uri: Uri): string {
  return `Rollout of ${decodeURIComponent(uri.path.slice(uri.path.lastIndexOf('/') + 1))}`;
}

function createPreview(panel: WebviewPanel, uri: Uri, prefix: string | undefined, server: Server): Preview {
  let asked = 0;
  const preview: Preview = {
    panel,
    uri,
    prefix,
    shown: undefined,
    post: (message) => void panel.webview.postMessage({ v: VERSION, ...message }),
    async refresh(state) {
      const question = ++asked;
      const { prefix } = preview;
      const answer = await server.run<RolloutAnswer | null>('ecsPreflight.preview', uri.toString(), { prefix });
      if (question !== asked) return;
      if (!answer) return preview.post({ type: 'nothing', text: 'There is no service definition in this file.' });
      preview.shown = answer;
      const abilities = { reveal: true, apply: true, compare: ['saved' as const, 'head' as const, 'file' as const] };
      const { uri: at, file, services, plan, report, assumed, pointers, taskDefinition } = answer;
      const shown = { uri: at, prefix: answer.prefix, file, services, plan, report, assumed, pointers, taskDefinition };
      preview.post({ type: 'show', shown, abilities, state });
    },
  };
  return preview;
}

/** Follows the files while panels are open. One that is hidden has no page; it says `ready` again when it is shown. */
function follow(previews: ReadonlyMap<string, Preview>, server: Server): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    for (const preview of previews.values())
      if (preview.panel.visible && server.wanted) void preview.refresh().then(undefined, () => undefined);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(update, REST);
  };
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isDefinitionLanguage(document)) soon();
    }),
    workspace.onDidSaveTextDocument((document) => isDefinitionLanguage(document) && soon()),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('ecsPreflight') && soon()),
    { dispose: () => clearTimeout(timer) },
  );
}
