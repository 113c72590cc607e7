vim.lsp.enable('ecs_preflight')
