-- Opens a draft in a real Neovim, waits for the findings, applies the preferred fix of the first error and writes the file.
-- Run by `nvim --headless -u NONE -S check.lua` (0.7 or later); arguments come in the environment.
local server, draft, out = vim.env.SERVER, vim.env.DRAFT, vim.env.OUT

local function finish(lines)
  vim.fn.writefile(lines, out)
  vim.cmd('qa!')
end

vim.cmd('edit ' .. vim.fn.fnameescape(draft))
local client = vim.lsp.start_client({
  name = 'disclosure-report',
  cmd = { 'node', server, '--stdio' },
  root_dir = vim.fn.fnamemodify(draft, ':h'),
  init_options = { diagnosticDelay = 0 },
  before_init = function(params) params.locale = 'zh-cn' end,
})
vim.lsp.buf_attach_client(0, client)

local found = vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
if not found then finish({ 'no findings' }) return end
local lines = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  table.insert(lines, string.format('before %d %s %s', d.lnum + 1, d.code, d.severity))
end

local errors = vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
local first = errors[1]
-- Neovim counts bytes, the protocol UTF-16 units.
local text = vim.api.nvim_buf_get_lines(0, first.lnum, first.lnum + 1, false)[1]
local _, character = vim.str_utfindex(text, first.col)
local position = { line = first.lnum, character = character }
local answer = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
  textDocument = vim.lsp.util.make_text_document_params(0),
  range = { start = position, ['end'] = position },
  context = { diagnostics = {}, only = { 'quickfix' } },
}, 10000)
for _, each in pairs(answer or {}) do
  if each.error then table.insert(lines, vim.inspect(each.error)) end
  for _, action in ipairs(each.result or {}) do
    if action.isPreferred then
      table.insert(lines, 'fix ' .. action.title)
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      break
    end
  end
end
vim.wait(10000, function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) < #errors end, 50)
for _, d in ipairs(vim.diagnostic.get(0)) do
  table.insert(lines, string.format('after %d %s %s', d.lnum + 1, d.code, d.severity))
end
vim.cmd('write')
finish(lines)
