// Completion scripts for bash, zsh and fish, written from what can be completed.
// Works in the bash 3.2 of macOS too. Reads nothing; decides nothing about commands.

import { assertNever } from '../base/errors.ts';
import type { CommandWords, Completed, FlagWords } from './completion-words.ts';

/** What all scripts are written from. */
export interface ScriptWords {
  readonly commands: readonly CommandWords[];
  readonly flags: readonly FlagWords[];
}

/** The shells there are scripts for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** Returns the script for a shell. */
export function completionScript(shell: (typeof shells)[number], words: ScriptWords): string {
  switch (shell) {
    case 'bash':
      return bash(words);
    case 'zsh':
      return zsh(words);
    case 'fish':
      return fish(words);
    default:
      return assertNever(shell);
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function bash({ commands, flags }: ScriptWords): string {
  // A file with blanks in its name is one word.
  const lines = "IFS=$'\\n'; ";
  const fill = (value: Completed | undefined): string => {
    switch (value?.kind) {
      case 'words':
        return `COMPREPLY=($(compgen -W ${quoted(value.words.join(' '))} -- "$cur"))`;
      case 'specs':
        return `${lines}COMPREPLY=($(compgen -d -- "$cur"; compgen -f -X '!*.y*ml' -- "$cur"))`;
      case 'files':
        return `${lines}COMPREPLY=($(compgen -f -- "$cur"))`;
      case 'folders':
        return `${lines}COMPREPLY=($(compgen -d -- "$cur"))`;
      default:
        return 'COMPREPLY=()';
    }
  };
  const names = (list: readonly FlagWords[]): string =>
    list.flatMap((each) => each.names).join(' ');
  const cases = commands.map(({ name, flags: own, argument }) => {
    const values = own.flatMap((flag) =>
      flag.value ? [`        ${flag.names.join('|')}) ${fill(flag.value)}; return ;;`] : [],
    );
    return `    ${name})
      case $prev in
${[...values, '        *) ;;'].join('\n')}
      esac
      case $cur in
        -*) COMPREPLY=($(compgen -W ${quoted(names(own))} -- "$cur")) ;;
        *) ${fill(argument)} ;;
      esac ;;`;
  });
  return `# Completion of pactwright for bash.
_pactwright() {
  local IFS=$' \\t\\n' cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= i
  # --flag=value is three words to bash.
  if [ "$cur" = = ]; then cur=; elif [ "$prev" = = ]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in -*) ;; *) command=\${COMP_WORDS[i]}; break ;; esac
  done
  case $command in
    '') COMPREPLY=($(compgen -W ${quoted(`${commands.map(({ name }) => name).join(' ')} ${names(flags)}`)} -- "$cur")) ;;
${cases.join('\n')}
  esac
}
complete -o filenames -F _pactwright pactwright
`;
}

function zsh({ commands }: ScriptWords): string {
  const action = (value: Completed | undefined): string => {
    switch (value?.kind) {
      case 'words':
        return `(${value.words.join(' ')})`;
      case 'specs':
        return '_files -g "*.(yaml|yml)(-.)"';
      case 'files':
        return '_files';
      case 'folders':
        return '_files -/';
      default:
        return ' ';
    }
  };
  const plain = (text: string): string => text.replace(/[[\]\\:]/g, (sign) => `\\${sign}`);
  const cases = commands.map(({ name, flags, argument }) => {
    const lines = flags.flatMap((flag) =>
      flag.names.map((each) => {
        const value = flag.value ? `${each.startsWith('--') ? '=' : ''}` : '';
        const tail = flag.value ? `:value:${action(flag.value)}` : '';
        return quoted(`*${each}${value}[${plain(flag.about)}]${tail}`);
      }),
    );
    if (argument) lines.push(quoted(`*:argument:${action(argument)}`));
    return `    ${name})\n      _arguments ${lines.join(' \\\n        ')} ;;`;
  });
  const described = commands.map(({ name, about }) => `    ${quoted(`${name}:${plain(about)}`)}`);
  return `#compdef pactwright
# Completion of pactwright for zsh.
_pactwright() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "\${funcstack[1]}" = _pactwright ]; then _pactwright "$@"; else compdef _pactwright pactwright; fi
`;
}

function fish({ commands }: ScriptWords): string {
  const action = (value: Completed | undefined): string => {
    switch (value?.kind) {
      case 'words':
        return ` -a ${quoted(value.words.join(' '))}`;
      case 'specs':
        return " -k -a '(__fish_complete_suffix .yaml .yml)'";
      case 'files':
        return ' -F';
      case 'folders':
        return " -a '(__fish_complete_directories)'";
      default:
        return '';
    }
  };
  const lines = commands.flatMap(({ name, about, flags, argument }) => {
    const there = `complete -c pactwright -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c pactwright -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
      ...flags.map((flag) => {
        const [long, short] = flag.names;
        const names = `-l ${long!.slice(2)}${short ? ` -s ${short.slice(1)}` : ''}`;
        const value = flag.value
          ? `${flag.value.kind === 'files' ? ' -r' : ' -x'}${action(flag.value)}`
          : '';
        return `${there} ${names}${value} -d ${quoted(flag.about)}`;
      }),
      ...(argument ? [`${there}${action(argument)}`] : []),
    ];
  });
  return `# Completion of pactwright for fish.\ncomplete -c pactwright -f\n${lines.join('\n')}\n`;
}
