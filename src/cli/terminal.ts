// What the program gets from the terminal it runs in, as one value, so that tests can stand in for it.
// Colours follow https://no-color.org and FORCE_COLOR.

import { createColors } from 'picocolors';
import type { Paint } from '../report/pretty.ts';
import type { Ask } from './ask.ts';

/** The outside of a run: where text goes, where `-` is read from, and the environment. */
export interface Terminal {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Asks the person at the terminal; there is none unless input and output are both terminals. */
  readonly ask?: () => Promise<Ask>;
}

/** Returns the colours for standard output: none when it is no terminal or NO_COLOR is set. */
export function paintFor(terminal: Terminal): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.env;
  const wanted = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const refused = (NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb';
  return createColors(wanted || (terminal.stdoutIsTerminal && !refused));
}
