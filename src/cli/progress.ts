// One line on standard error that says how far a run is; only on a terminal, only for several specs.
// Never writes to standard output, which belongs to the results.

import type { Terminal } from './terminal.ts';

/** Shows progress; `end` wipes the line. */
export interface Progress {
  readonly next: (name: string) => void;
  readonly end: () => void;
}

/** Returns a progress line for so many specs. */
export function progress(total: number, terminal: Terminal): Progress {
  const shown = terminal.stderrIsTerminal && total > 1;
  let count = 0;
  return {
    next: (name) => {
      count += 1;
      if (shown) terminal.stderr(`\r\u001b[2K${count} of ${total}  ${name.slice(-60)}`);
    },
    end: () => {
      if (shown) terminal.stderr('\r\u001b[2K');
    },
  };
}
