// The exit codes of every command, in one place (documented in the README and in --help).
// Nothing else in the program decides how it ends.

/**
 * Fine; findings that fail the run; a mistake on the command line; a bug of ours; an interview that
 * was stopped (128 and the number of SIGINT, as shells have it).
 */
export const exits = { fine: 0, findings: 1, usage: 2, bug: 3, stopped: 130 } as const;
