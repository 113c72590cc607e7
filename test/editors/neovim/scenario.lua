-- What a person does in Neovim with a service definition; writes what was seen as JSON into $RESULT.
-- $CONFIG is the file that docs/editors offers for this version.

local seen = { editor = tostring(vim.version().major) .. '.' .. vim.version().minor .. '.' .. vim.version().patch }

local function wait(what, condition)
  assert(vim.wait(20000, condition, 10), 'waited in vain: ' .. what)
end

local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end

local function go_to(text, plus)
  for number, line in ipairs(lines()) do
    local at = line:find(text, 1, true)
    if at then return vim.api.nvim_win_set_cursor(0, { number, at - 1 + (plus or 0) }) end
  end
  error('the buffer has no ' .. text)
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local lsp = diagnostic.user_data and diagnostic.user_data.lsp or {}
    table.insert(found, ('%s %d:%d'):format(diagnostic.code or lsp.code, diagnostic.lnum + 1, diagnostic.col + 1))
  end
  table.sort(found)
  return found
end

local function has(code)
  return table.concat(codes(), '\n'):find(code, 1, true) ~= nil
end

local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, 20000))
  for _, answer in pairs(answers) do
    assert(not answer.err, method .. ': ' .. vim.inspect(answer.err))
    return answer.result
  end
end

local function labels(list)
  local found = {}
  for _, item in ipairs(list.items or list) do table.insert(found, item.label) end
  return found
end

local function scenario()
  vim.cmd('source ' .. vim.env.CONFIG)
  vim.cmd('filetype on')
  vim.cmd('edit shop/ecs-service-def.yaml')
  wait('the first diagnostics', function() return has('not-a-listed-value') end)
  seen.diagnostics = codes()

  -- Hover, in the window that people see.
  go_to('minimumHealthyPercent')
  vim.lsp.buf.hover()
  local float
  wait('the window of the hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then float = window end
    end
    return float ~= nil
  end)
  seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false), '\n')
  vim.api.nvim_win_close(float, true)

  -- Completion of a member on a new line.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'sched' })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), 4 })
  local params = vim.lsp.util.make_position_params()
  params.position.character = 5
  seen.completion = labels(ask('textDocument/completion', params))
  vim.api.nvim_buf_set_lines(0, -2, -1, false, {})

  -- A quick fix, chosen from the list that people see.
  go_to('Service', 1)
  vim.ui.select = function(items, options, choose)
    seen.actions = {}
    for _, item in ipairs(items) do table.insert(seen.actions, (options.format_item(item))) end
    choose(items[1], 1)
  end
  vim.api.nvim_win_set_cursor(0, { 23, 16 })
  vim.lsp.buf.code_action()
  wait('the fix', function() return table.concat(lines(), '\n'):find('propagateTags: SERVICE', 1, true) ~= nil end)
  wait('the diagnostic goes', function() return not has('not-a-listed-value') end)
  seen.after_fix = codes()

  -- Rename across files.
  go_to('containerName: web', 16)
  vim.lsp.buf.rename('storefront')
  wait('the new name', function() return table.concat(lines(), '\n'):find('containerName: storefront', 1, true) ~= nil end)
  local task = vim.fn.bufnr('ecs-task-def.json')
  assert(task > 0, 'the task definition was not opened by the rename')
  seen.renamed = table.concat(vim.api.nvim_buf_get_lines(task, 0, -1, false), '\n'):match('"name": "([^"]*)"')

  -- A JSON file of others: attached, and nothing said.
  vim.cmd('edit! elsewhere/release.json')
  wait('a server for the other folder', function()
    local attached = vim.tbl_values(vim.lsp.buf_get_clients(0))[1]
    return attached and attached.initialized
  end)
  go_to('start')
  ask('textDocument/hover', vim.lsp.util.make_position_params())
  seen.elsewhere = codes()
end

local ok, problem = pcall(scenario)
if not ok then seen.error = tostring(problem) end
vim.fn.writefile({ vim.json.encode(seen) }, vim.env.RESULT)
local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
vim.lsp.stop_client(clients())
vim.wait(5000, function() return #clients() == 0 end, 10)
vim.cmd(ok and 'qall!' or 'cquit')
