// The dates of a paper from the command line and the environment. Reads no clock: the same command
// gives the same papers on every day.

import { UserError } from '../base/errors.ts';
import type { Terminal } from './terminal.ts';

/** `--date` is printed; SOURCE_DATE_EPOCH (reproducible-builds.org) only dates the file. */
export function dateOptions(
  flags: { readonly date?: string },
  terminal: Terminal,
): { readonly date?: string; readonly fileDate?: string } {
  if (flags.date !== undefined) return { date: flags.date };
  const epoch = terminal.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return {};
  if (!/^\d{1,12}$/.test(epoch)) {
    throw new UserError('SOURCE_DATE_EPOCH is not a number of seconds since 1970.');
  }
  return { fileDate: new Date(Number(epoch) * 1000).toISOString().slice(0, 10) };
}
