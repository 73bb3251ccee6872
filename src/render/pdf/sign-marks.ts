// What the places of a signature block carry beside rules and words: an empty signature field, or the
// tag of a signing service. Tags are white artifacts: services read them, people and screen readers do not.

import type { SignatureField, Signer } from '../../model/block.ts';
import { type EsignService, signTag, tagRoom } from '../../model/esign.ts';
import type { Galley, Mark, TextMark } from './galley.ts';
import { shape } from './shape.ts';
import { addTag, type Tag } from './tags.ts';

/** A place to fill in; `x` and the size are those of the room above the rule, its top at 0. */
export interface SigningPlace {
  readonly field: SignatureField;
  readonly signer: Signer;
  /** Counts the people who sign, from 1. */
  readonly number: number;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** Space between what is filled in and the rule below it, points. */
const clearance = 3;

/** Returns what a line to write on carries. */
export function signingMarks(galley: Galley, tag: Tag, place: SigningPlace): readonly Mark[] {
  const { signing } = galley;
  const { x, width } = place;
  const height = place.height - clearance;
  if (signing !== 'fields') return tagMarks(galley, signing, { ...place, height });
  if (place.field.purpose !== 'signature') return [];
  const field = galley.fields.push(place.signer) - 1;
  addTag(tag, 'Form', { field });
  return [{ kind: 'field', x, y: 0, width, height, field }];
}

/** Returns what a printed value carries: an anchor behind it, on its baseline. */
export function valueMarks(galley: Galley, place: SigningPlace, line: number): readonly Mark[] {
  const { signing } = galley;
  if (signing === 'fields') return [];
  const text = signTag(signing, { ...place, signer: place.signer.key });
  return text ? glyphMarks(galley, text, place.x, line, 1) : [];
}

/** Tags that say themselves how large the room is, and anchors, are this large, points. */
const smallTag = 5;
/** Heights of our typefaces above and below the baseline, as shares of their size. */
const ascent = 1.07;
const descent = 0.3;

function tagMarks(galley: Galley, service: EsignService, place: SigningPlace): readonly Mark[] {
  const { x, width, height } = place;
  const text = signTag(service, { ...place, signer: place.signer.key });
  if (!text) return [];
  const fits = Math.min(width / widthOf(galley, text), height / (ascent + descent));
  const room = tagRoom[service];
  const size = room === 'text' ? fits : Math.min(fits, smallTag);
  const line = room === 'below' ? size * ascent : height - size * descent;
  return glyphMarks(galley, text, x, line, size);
}

const chainOf = (galley: Galley): ReturnType<Galley['faces']['chain']> =>
  galley.faces.chain(galley.theme.type.signatureValue.family, false, false);

/** Returns how wide a text is at one point. */
function widthOf(galley: Galley, text: string): number {
  return shape(chainOf(galley), text).parts.reduce((sum, { width }) => sum + width / 1000, 0);
}

function glyphMarks(
  galley: Galley,
  text: string,
  x: number,
  y: number,
  size: number,
): readonly TextMark[] {
  let at = x;
  return shape(chainOf(galley), text).parts.map((part): TextMark => {
    const mark: TextMark = { kind: 'text', x: at, y, owner: 'rule', part, size, color: '#ffffff' };
    at += (part.width * size) / 1000;
    return mark;
  });
}
