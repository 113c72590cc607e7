-- Neovim 0.7 to 0.10. Put this file into ~/.config/nvim/plugin/ under any name that ends in .lua.
--
-- It needs `ecs-preflight` on the PATH: npm install --global ecs-preflight

local markers = { '.ecs-preflight.json', '.ecs-preflight.yaml', 'ecspresso.yml', 'ecspresso.yaml', '.git' }
local clients = {}

--- The nearest folder above a file that has one of the markers, else the file's own.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local at = folder
  while true do
    for _, marker in ipairs(markers) do
      if vim.loop.fs_stat(at .. '/' .. marker) then return at end
    end
    local above = vim.fn.fnamemodify(at, ':h')
    if above == at then return folder end
    at = above
  end
end

local function attach(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  if file == '' or vim.bo[buffer].buftype ~= '' then return end
  local root = root_of(file)
  local known = clients[root] and vim.lsp.get_client_by_id(clients[root])
  if not known or known.is_stopped() then
    clients[root] = vim.lsp.start_client({
      name = 'ecs_preflight',
      cmd = { 'ecs-preflight', 'lsp', '--stdio' },
      root_dir = root,
      workspace_folders = { { name = root, uri = vim.uri_from_fname(root) } },
      init_options = {
        -- 'client' when another server, such as jsonls or yamlls, reports broken syntax already.
        syntaxDiagnostics = 'server',
      },
    })
  end
  if clients[root] then vim.lsp.buf_attach_client(buffer, clients[root]) end
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'json', 'jsonc', 'yaml' },
  callback = function(event) attach(event.buf) end,
})
