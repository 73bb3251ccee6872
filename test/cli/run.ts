// Runs the program in this process, as a person at a terminal without colours would see it.

import { main } from '../../src/cli/main.ts';

/** What a run printed and its exit code. */
export interface Run {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `pactwright` with these arguments. */
export async function run(
  args: readonly string[],
  outside: { readonly stdin?: string; readonly env?: Record<string, string> } = {},
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const exit = await main(args, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: async () => new TextEncoder().encode(outside.stdin ?? ''),
    env: outside.env ?? {},
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
  });
  return { exit, stdout, stderr };
}

/** The smallest spec that builds. */
export const smallest = `spec: 1
title: Stars over Riverbend
purpose: Bring hands-on astronomy to families who have never used a telescope.
partners:
  library: { name: Riverbend Public Library }
  club: { name: Riverbend Astronomy Club }
term: { start: 2027-01-11 }
`;
