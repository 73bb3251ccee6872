// Content controls: the fields that people fill in, and parts that Word knows by name.
// What a field shows while it is empty is a rule to write on, never a sentence that would be printed.

import { element, val, type Xml } from './xml.ts';

/** The name of the building block that is the rule to write on; see glossary.ts. */
export const ruleBlock = 'AgreementRule';

/** A field to fill in. */
export interface ContentControl {
  /** Unique in the file. */
  readonly id: number;
  /** What people see on it. */
  readonly alias: string;
  /** By which programs find it. */
  readonly tag: string;
  readonly kind: ControlKind;
  /** What it shows while it is empty; several runs at most. */
  readonly empty: Xml;
}

/** What may be filled in: a line of text, or a day in a language's own order. */
export type ControlKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'date'; readonly format: string; readonly language: string };

/** Writes a content control inside a paragraph; it can be filled in but not be removed. */
export function contentControl(control: ContentControl): Xml {
  const { id, alias, tag, kind, empty } = control;
  return element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      val('w:alias', alias),
      val('w:tag', tag),
      val('w:id', id),
      val('w:lock', 'sdtLocked'),
      element('w:placeholder', {}, val('w:docPart', ruleBlock)),
      element('w:showingPlcHdr', {}),
      kind.kind === 'text' ? element('w:text', {}) : dateXml(kind),
    ),
    element('w:sdtContent', {}, empty),
  );
}

function dateXml({ format, language }: { format: string; language: string }): Xml {
  return element(
    'w:date',
    {},
    val('w:dateFormat', format),
    val('w:lid', language),
    val('w:storeMappedDataAs', 'date'),
    val('w:calendar', 'gregorian'),
  );
}

/** Writes a part of the body that Word knows by the gallery it comes from. */
export function documentPart(gallery: string, id: number, content: Xml): Xml {
  return element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      val('w:id', id),
      element('w:docPartObj', {}, val('w:docPartGallery', gallery), element('w:docPartUnique', {})),
    ),
    element('w:sdtContent', {}, content),
  );
}

/** Hands out the ids of content controls, from 1. */
export function controlIds(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}
