// Flags that several commands share, and the readers of their values.
// Says what a flag means, never what is done with it.

import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../model/days.ts';
import type { FailOn } from '../report/report.ts';

/** The reporters there are. */
export type ReporterName = 'pretty' | 'json';

/** Returns `--reporter`. */
export function reporterOption(): Option {
  return new Option('--reporter <form>', 'how findings are reported; json prints one object')
    .choices(['pretty', 'json'])
    .default('pretty');
}

/** Returns `--fail-on` with the default of the command. */
export function failOnOption(standard: FailOn): Option {
  return new Option(
    '--fail-on <severity>',
    'exit 1 when a finding of this severity or worse is open',
  )
    .choices(['error', 'warning', 'advice', 'never'])
    .default(standard);
}

/** Returns `--assets`, which may be given several times. */
export function assetsOption(): Option {
  return new Option(
    '--assets <folder>',
    "a further folder with logos and annexes; without it, only the spec's own folder is read",
  )
    .argParser((folder: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      folder,
    ])
    .default([], 'none');
}

/** Reads `--date`. */
export function readDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write a day that exists as year, month and day: 2027-02-20.');
}

/** The formats that `--to` knows. */
export const formats = ['docx', 'pdf', 'html'] as const;

/** Reads `--to`. */
export function readFormats(text: string): readonly (typeof formats)[number][] {
  const wanted = text.split(',').map((each) => each.trim().toLowerCase());
  const unknown = wanted.filter((each) => !(formats as readonly string[]).includes(each));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`Known are docx, pdf and html, with commas between: docx,pdf.`);
  }
  return formats.filter((each) => wanted.includes(each));
}
