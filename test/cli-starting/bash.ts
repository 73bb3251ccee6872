// Presses Tab in bash: sources the script and calls it as bash's own completion does.

import { execFileSync } from 'node:child_process';

/** Returns what bash would offer for these words, the last of which is being typed. */
export function tab(script: string, words: readonly string[], folder: string): readonly string[] {
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const program = `${script}
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; COMPREPLY=()
_pactwright
for each in "\${COMPREPLY[@]}"; do printf '%s\\n' "$each"; done`;
  const output = execFileSync('bash', ['--norc', '-c', program], { cwd: folder, encoding: 'utf8' });
  return output.split('\n').filter((line) => line !== '');
}
