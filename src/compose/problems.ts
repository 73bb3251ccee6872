// What composing has to say about a spec, at its lines: the values that a chosen template does not
// print. What can be said without a template is said by the check.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { pathText } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { AgreementDocument } from '../model/document.ts';
import { type Located, spanAt } from '../model/located.ts';
import type { Template } from './template.ts';
import { unprintedLeaves } from './unprinted.ts';

/** Returns a warning for everything that the spec says and the document does not. */
export function composeDiagnostics(
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
