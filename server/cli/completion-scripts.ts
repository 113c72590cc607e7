// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are parameters of the shells.
import { RULES } from '../core/rules';
import { COMMON } from './args';
import type { Command, Option } from './command';

/** Static scripts from the tables of the commands: pressing TAB starts no program. */
export const SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', (commands: readonly Command[]) => string>> = {
  bash,
  zsh,
  fish,
};

const optionsOf = (command: Command): [string, Option][] => Object.entries({ ...command.options, ...COMMON });

function wordsOf(command: Command): readonly string[] | undefined {
  if (command.complete === 'rules') return RULES.map((rule) => rule.id);
  return command.complete === 'files' ? undefined : command.complete;
}

const takesFile = (option: Option) => option.value?.startsWith('FILE') === true;

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const values = optionsOf(command)
      .filter(([, o]) => o.choices)
      .map(
        ([name, o]) =>
          `      ${flags(name, o).join('|')}) COMPREPLY=($(compgen -W "${o.choices?.join(' ')}" -- "$cur")); return;;`,
      );
    const files = optionsOf(command)
      .filter(([, o]) => takesFile(o))
      .flatMap(([name, o]) => flags(name, o));
    const words = wordsOf(command);
    return [
      `  ${command.name})`,
      '    case "$prev" in',
      ...values,
      ...(files.length > 0 ? [`      ${files.join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return;;`] : []),
      '    esac',
      `    if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W "${optionsOf(command)
        .map(([name]) => `--${name}`)
        .join(' ')}" -- "$cur"))`,
      words
        ? `    else COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$cur")); fi;;`
        : `    else COMPREPLY=(${command.complete === 'files' ? '$(compgen -f -- "$cur")' : ''}); fi;;`,
    ].join('\n');
  });
  return [
    '_ecs_preflight() {',
    '  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}',
    `  if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W "${commands.map((c) => c.name).join(' ')} --help --version" -- "$cur")); return; fi`,
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    '  esac',
    '}',
    'complete -o filenames -F _ecs_preflight ecs-preflight',
    '',
  ].join('\n');
}

function flags(name: string, option: Option): string[] {
  return [`--${name}`, ...(option.short ? [`-${option.short}`] : [])];
}

function zsh(commands: readonly Command[]): string {
  const quote = (text: string) => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, '\\$&');
  const cases = commands.map((command) => {
    const specs = optionsOf(command).map(([name, o]) => {
      const value = !o.value
        ? ''
        : `:${o.value.toLowerCase()}:${o.choices ? `(${o.choices.join(' ')})` : takesFile(o) ? '_files' : ''}`;
      return `    '${o.many ? '*' : ''}--${name}${o.value ? '=' : ''}[${quote(o.help)}]${value}'`;
    });
    const words = wordsOf(command);
    const rest = command.complete === 'files' ? "'*:file:_files'" : words ? `'1:argument:(${words.join(' ')})'` : '';
    return [`  ${command.name}) _arguments \\`, ...specs.map((spec) => `${spec} \\`), `    ${rest} ;;`].join('\n');
  });
  return [
    '#compdef ecs-preflight',
    '_ecs_preflight() {',
    '  if (( CURRENT == 2 )); then',
    `    local -a commands=(${commands.map((c) => `'${c.name}:${quote(c.summary)}'`).join(' ')})`,
    '    _describe command commands; return',
    '  fi',
    '  local command=$words[2]',
    '  words=("${(@)words[2,-1]}"); (( CURRENT-- ))',
    '  case $command in',
    ...cases,
    '  esac',
    '}',
    'compdef _ecs_preflight ecs-preflight',
    '',
  ].join('\n');
}

function fish(commands: readonly Command[]): string {
  const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap((command) => {
    const inside = `-n '__fish_seen_subcommand_from ${command.name}'`;
    const options = optionsOf(command).map(([name, o]) => {
      const short = o.short ? ` -s ${o.short}` : '';
      const value = !o.value
        ? ''
        : o.choices
          ? ` -x -a ${quote(o.choices.join(' '))}`
          : takesFile(o)
            ? ' -r -F'
            : ' -x';
      return `complete -c ecs-preflight ${inside} -l ${name}${short}${value} -d ${quote(o.help)}`;
    });
    const words = wordsOf(command);
    const rest =
      command.complete === 'files'
        ? [`complete -c ecs-preflight ${inside} -F`]
        : words
          ? [`complete -c ecs-preflight ${inside} -f -a ${quote(words.join(' '))}`]
          : [];
    return [
      `complete -c ecs-preflight -n __fish_use_subcommand -f -a ${command.name} -d ${quote(command.summary)}`,
      ...options,
      ...rest,
    ];
  });
  return `${lines.join('\n')}\n`;
}
