-- Neovim 0.11 or later. Put this file into ~/.config/nvim/lsp/ and this line into init.lua:
--
--   vim.lsp.enable('ecs_preflight')
--
-- It needs `ecs-preflight` on the PATH: npm install --global ecs-preflight

return {
  cmd = { 'ecs-preflight', 'lsp', '--stdio' },
  filetypes = { 'json', 'jsonc', 'yaml' },
  root_markers = { '.ecs-preflight.json', '.ecs-preflight.yaml', 'ecspresso.yml', 'ecspresso.yaml', '.git' },
  init_options = {
    -- 'client' when another server, such as jsonls or yamlls, reports broken syntax already.
    syntaxDiagnostics = 'server',
  },
}
