// What a shell can complete, read from commander's own data: so that no command or flag is forgotten.
// Knows no shell.

import type { Command, Option } from 'commander';

/** What may stand somewhere: one of some words, a spec file, a folder, or something unknown. */
export type Completed =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'specs' | 'files' | 'folders' | 'unknown' };

/** A flag. */
export interface FlagWords {
  /** `--reporter`, and `-r` where there is one. */
  readonly names: readonly string[];
  readonly about: string;
  readonly value?: Completed;
}

/** A command. */
export interface CommandWords {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly FlagWords[];
  /** What its arguments are; absent for a command without any. */
  readonly argument?: Completed;
}

/** Returns every command that the help lists; `ids` are the rules that `explain` knows. */
export function completionWords(
  program: Command,
  ids: readonly string[],
): { readonly commands: readonly CommandWords[]; readonly flags: readonly FlagWords[] } {
  const visible = program.createHelp().visibleCommands(program);
  const names = visible.map((each) => each.name());
  const commands = visible.map((command): CommandWords => {
    const first = command.registeredArguments[0];
    const known = { rule: ids, command: names };
    return {
      name: command.name(),
      about: command.summary() || command.description(),
      flags: flagsOf(command),
      ...(first ? { argument: completed(first.name(), first.argChoices, known) } : {}),
    };
  });
  return { commands, flags: flagsOf(program) };
}

function flagsOf(command: Command): readonly FlagWords[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      names: [option.long, option.short].filter((name) => name !== undefined && name !== null),
      about: option.description,
      ...(option.required || option.optional ? { value: flagValue(option) } : {}),
    }));
}

function flagValue(option: Option): Completed {
  const name = /[<[]([\w-]+)/.exec(option.flags)?.[1] ?? '';
  return completed(name, option.argChoices, { formats: ['docx', 'pdf', 'html', 'docx,pdf'] });
}

function completed(
  name: string,
  choices: readonly string[] | undefined,
  known: Readonly<Record<string, readonly string[]>>,
): Completed {
  if (choices) return { kind: 'words', words: choices };
  if (Object.hasOwn(known, name)) return { kind: 'words', words: known[name]! };
  if (name === 'spec' || name === 'specs') return { kind: 'specs' };
  if (name === 'file') return { kind: 'files' };
  return { kind: name === 'folder' ? 'folders' : 'unknown' };
}
