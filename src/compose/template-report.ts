// Collects what is wrong with a template, each at its place in the template's own file.
// A partial used twice is read twice; what is wrong with it is reported once.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';

/** The codes of problems in templates. */
export type TemplateCode =
  | 'template/bad-character'
  | 'template/missing-file'
  | 'template/language-file'
  | 'template/syntax'
  | 'template/raw-output'
  | 'template/decorator'
  | 'template/inline-partial'
  | 'template/unknown-partial'
  | 'template/partial-recursion'
  | 'template/unknown-block'
  | 'template/unknown-helper'
  | 'template/helper-values'
  | 'template/unknown-path'
  | 'template/not-printable'
  | 'template/unknown-phrase'
  | 'template/phrase-values'
  | 'template/unknown-tag'
  | 'template/unknown-attribute'
  | 'template/attribute-value'
  | 'template/misplaced-tag'
  | 'template/unbalanced-tag'
  | 'template/stray-text'
  | 'template/comment'
  | 'template/entity'
  | 'template/table-shape'
  | 'template/duplicate-id'
  | 'template/unknown-clause';

/** A place in a file of a template. */
export interface TemplatePlace {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Problems found so far. */
export class TemplateReport {
  readonly #found = new Map<string, Diagnostic>();

  /** Adds an error at a place; the same one at the same place counts once. */
  add(code: TemplateCode, place: TemplatePlace, message: string, hint?: string): void {
    const key = `${place.source.name} ${place.start} ${code} ${message}`;
    if (this.#found.has(key)) return;
    this.#found.set(key, diagnostic(code, 'error', message, place, [], hint));
  }

  /** Takes over problems that were found elsewhere. */
  addAll(diagnostics: readonly Diagnostic[]): void {
    diagnostics.forEach((each, index) => {
      this.#found.set(`${each.span.source.name} ${each.span.start} ${each.code} ${index}`, each);
    });
  }

  /** Everything found. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#found.values()];
  }
}
