// What composing has to say about a spec, at its lines: links that stay literal, a language without
// words, and values that a chosen template does not print. Everything here is a warning.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { pathText } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { AgreementDocument } from '../model/document.ts';
import { type Located, spanAt, spanWithin } from '../model/located.ts';
import { leavesOf } from './model-shape.ts';
import { refusedLinks } from './prose.ts';
import type { Template } from './template.ts';
import { unprintedLeaves } from './unprinted.ts';
import { wordingFor } from './wording.ts';

/** Returns the warnings of composing an agreement; with a document, also what it does not print. */
export function composeDiagnostics(
  agreement: Agreement,
  located: Located,
  template: Template,
  document?: AgreementDocument,
): readonly Diagnostic[] {
  return [
    ...linkDiagnostics(agreement, located),
    ...languageDiagnostics(agreement, located, template),
    ...(document ? printDiagnostics(agreement, located, template, document) : []),
  ];
}

/** Returns a warning for every link in prose that is printed as it was written. */
export function linkDiagnostics(agreement: Agreement, located: Located): readonly Diagnostic[] {
  return leavesOf(agreement).flatMap(({ value, path, shape }) => {
    if (shape.kind !== 'leaf' || shape.leaf !== 'prose') return [];
    return refusedLinks(String(value)).map(({ href, start, end }) =>
      diagnostic(
        'text/link-refused',
        'warning',
        `This link leads to "${href}", so it is printed as plain text.`,
        spanWithin(located, path, start, end),
        path,
        'Links start with https://, http:// or mailto: and have no title.',
      ),
    );
  });
}

function languageDiagnostics(
  { language }: Agreement,
  located: Located,
  template: Template,
): readonly Diagnostic[] {
  if (language === undefined || !wordingFor(template, language).wordsLanguage) return [];
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

function printDiagnostics(
  agreement: Agreement,
  located: Located,
  template: Template,
  document: AgreementDocument,
): readonly Diagnostic[] {
  return unprintedLeaves(agreement, document).map(({ path }) =>
    diagnostic(
      'template/not-printed',
      'warning',
      `The template ${template.name} does not print \`${pathText(path)}\`.`,
      spanAt(located, path),
      path,
      'Use another template, or add it to this one.',
    ),
  );
}
