" Vim 8 or 9 with ALE. Put this file into ~/.vim/plugin/.
"
" It needs `ecs-preflight` on the PATH: npm install --global ecs-preflight

" ALE runs only the linters that are named for a type. Where you name none, these keep company with ours.
let s:beside = {'json': ['jsonlint', 'vscodejson'], 'yaml': ['yaml-language-server', 'yamllint']}

function! s:Define() abort
  for l:type in keys(s:beside)
    call ale#linter#Define(l:type, {
    \   'name': 'ecs_preflight',
    \   'lsp': 'stdio',
    \   'executable': 'ecs-preflight',
    \   'command': '%e lsp --stdio',
    \   'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
    \ })
    let l:named = get(g:ale_linters, l:type, s:beside[l:type])
    " A string is 'all'.
    if type(l:named) == v:t_list
      let g:ale_linters[l:type] = uniq(sort(l:named + ['ecs_preflight']))
    endif
  endfor
endfunction

augroup ecs_preflight
  autocmd!
  autocmd VimEnter * if exists(':ALELint') | call s:Define() | endif
augroup END
