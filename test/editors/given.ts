/** What scripts/test-editors.mjs has found or installed; absent members are editors that are not asked for or not here. */
export interface Given {
  vscode?: {
    program: { node: string; entry: string };
    chromium: string;
    /** Packages: the extension, the extension for browsers alone, and one that does nothing. */
    vsix: string;
    web: string;
    empty: string;
    /** Of Red Hat's YAML extension, or of a stand-in. */
    yaml?: string;
  };
  neovim?: string;
  emacs?: string;
  vim?: string;
}

export const given: Given = JSON.parse(process.env.ECS_PREFLIGHT_EDITORS ?? '{}');
