" What a person sees in Vim with ALE; writes it as JSON into $RESULT. $CONFIG is the file that docs/editors offers.
set nocompatible noswapfile nobackup nowritebackup viminfo=
packadd ale
filetype plugin on
let g:ale_lint_delay = 0
let g:ale_hover_to_preview = 1
source $CONFIG

function! s:Wait(what, Condition) abort
  let l:start = reltime()
  while !a:Condition()
    if reltimefloat(reltime(l:start)) > 20
      throw 'waited in vain: ' .. a:what
    endif
    sleep 10m
  endwhile
endfunction

function! s:Found() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), {_, item -> item.code .. ' ' .. item.lnum .. ':' .. item.col})
endfunction

function! s:Scenario() abort
  let l:seen = {}
  try
    edit shop/ecs-service-def.yaml
    ALELint
    call s:Wait('the first diagnostics', {-> !empty(s:Found())})
    let l:seen.diagnostics = s:Found()
    call cursor(5, 5)
    ALEHover
    call s:Wait('the hover', {-> bufnr('ALEPreviewWindow') > 0})
    let l:seen.hover = join(getbufline(bufnr('ALEPreviewWindow'), 1, '$'), "\n")
    pclose
    call cursor(23, 16)
    " ALE asks which of the actions; this is the answer.
    call feedkeys("1\<CR>", 't')
    ALECodeAction
    call s:Wait('the fix', {-> join(getline(1, '$'), "\n") =~# 'propagateTags: SERVICE'})
    let l:seen.text = join(getline(1, '$'), "\n")
  catch
    let l:seen.error = v:exception .. ' at ' .. v:throwpoint
  endtry
  call writefile([json_encode(l:seen)], $RESULT)
  call ale#lsp#StopAll()
  qall!
endfunction

" After the autocommand of the configuration for the same event. Not from a timer: in there, other timers wait.
autocmd VimEnter * ++nested call s:Scenario()
