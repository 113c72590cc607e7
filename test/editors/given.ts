/** What scripts/test-editors.mjs has found or installed; absent members are editors that are not asked for or not here. */
export interface Given {
  vscode?: { program: { node: string; entry: string }; chromium: string; vsix: string; empty: string };
  neovim?: string;
  emacs?: string;
  vim?: string;
}

export const given: Given = JSON.parse(process.env.ECS_PREFLIGHT_EDITORS ?? '{}');
