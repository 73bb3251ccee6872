// Flags that several commands share, and the readers of their values.
// Says what a flag means, never what is done with it.

import { statSync } from 'node:fs';
import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../model/days.ts';
import { esignServices } from '../model/esign.ts';
import type { FailOn } from '../report/report.ts';

/** The reporters there are. */
const reporters = ['pretty', 'json', 'sarif', 'github', 'junit', 'markdown'] as const;

/** How findings are reported. */
export type ReporterName = (typeof reporters)[number];

/** Returns `--reporter`. */
export function reporterOption(): Option {
  return new Option('--reporter <form>', 'how findings are reported: for people, or for programs')
    .choices(reporters)
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

/** Reads `--max-warnings`. */
export function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number, such as 0 or 10.');
}

/** Returns `--esign`. */
export function esignOption(): Option {
  const option = new Option(
    '--esign <service>',
    'put the tags of a signing service at the signatures; anchors are the short texts that DocuSign looks for',
  ).choices(esignServices);
  const known = option.parseArg!;
  return option.argParser((text: string, before: unknown) => {
    if (/^docu-?sign$/i.test(text.trim())) {
      throw new InvalidArgumentError('DocuSign looks for anchors: write --esign anchors.');
    }
    return known(text, before);
  });
}

/** Returns `--assets`, which may be given several times. */
export function assetsOption(): Option {
  return new Option(
    '--assets <folder>',
    "a further folder with logos and annexes; without it, only the spec's own folder is read",
  )
    .argParser((folder: string, before: readonly string[] | undefined) => {
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
        throw new InvalidArgumentError('There is no such folder.');
      }
      return [...(before ?? []), folder];
    })
    .default([], 'none');
}

/** Reads `--date`. */
export function readDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write a day that exists as year, month and day: 2027-02-20.');
}

/** The formats that `--to` knows. */
export const formats = ['docx', 'pdf', 'html', 'ics', 'duties'] as const;

/** Reads `--to`. */
export function readFormats(text: string): readonly (typeof formats)[number][] {
  const wanted = text.split(',').map((each) => each.trim().toLowerCase());
  const unknown = wanted.filter((each) => !(formats as readonly string[]).includes(each));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(
      `Known are docx, pdf, html, ics and duties, with commas between: docx,pdf.`,
    );
  }
  return formats.filter((each) => wanted.includes(each));
}

/** Reads the formats of a batch, which makes papers and nothing that goes along with them. */
export function readPaperFormats(text: string): ReturnType<typeof readFormats> {
  const wanted = readFormats(text);
  if (wanted.some((each) => each === 'ics' || each === 'duties')) {
    throw new InvalidArgumentError(
      'A batch makes docx, pdf and html; for ics and duties, use pactwright build.',
    );
  }
  return wanted;
}
