// The exit codes of every command, in one place (documented in the README and in --help).
// Nothing else in the program decides how it ends.

/** Fine; findings that fail the run; a mistake on the command line; a bug of ours. */
export const exits = { fine: 0, findings: 1, usage: 2, bug: 3 } as const;
