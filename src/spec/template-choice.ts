// Whether the template that a spec chooses is there, and has words in the language of the spec.
// Asks the host for names only: no template is read here.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Host } from '../base/ports.ts';
import type { Agreement } from '../model/agreement.ts';
import { type Located, spanAt } from '../model/located.ts';
import { speaks } from '../model/spoken.ts';
import { choices } from './words.ts';

/** The template of a spec that names none. */
const usualKind = 'mou';

/** Returns what is wrong with the choice of a template, at most one thing. */
export async function templateChoice(
  { kind = usualKind, language }: Agreement,
  located: Located,
  host: Pick<Host, 'templateKinds' | 'templateLanguages'>,
): Promise<readonly Diagnostic[]> {
  const languages = await host.templateLanguages(kind);
  if (!languages) return [unknownKind(kind, located, await host.templateKinds())];
  if (language === undefined || speaks(languages, language)) return [];
  return [
    diagnostic(
      'text/language-fallback',
      'warning',
      `There are no fixed phrases in the language "${language}" yet, so headings and connecting words are English.`,
      spanAt(located, ['language']),
      ['language'],
      'What you write yourselves is printed in your language.',
    ),
  ];
}

function unknownKind(kind: string, located: Located, kinds: readonly string[]): Diagnostic {
  return diagnostic(
    'template/unknown-kind',
    'error',
    `There is no template "${kind}".`,
    spanAt(located, ['kind']),
    ['kind'],
    `Write ${choices(kinds)}; a template of your own is given with --template, and needs no \`kind\`.`,
  );
}
