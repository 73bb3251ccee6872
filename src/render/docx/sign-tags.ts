// The tags of signing services in a Word file: white text, in a low line of its own above the line to
// write on, or at the start of that line. Which text it is, model/esign.ts decides.

import type { SignatureField, Signer } from '../../model/block.ts';
import { type Signing, signTag, tagRoom } from '../../model/esign.ts';
import { faceHeights, widthInEms } from './measure.ts';
import { plainRun } from './runs.ts';
import { halfPoints } from './units.ts';
import { element, none, val, type Xml } from './xml.ts';

/** A place to fill in; lengths in points. */
export interface TaggedPlace {
  readonly field: SignatureField;
  readonly signer: Signer;
  /** Counts the people who sign, from 1. */
  readonly number: number;
  /** Of the line to write on, and of the room above it. */
  readonly width: number;
  readonly height: number;
  /** How much of that room lies above the line's own text. */
  readonly above: number;
}

/** What a place carries: a line of a height above it, a run at its start, or nothing. */
export interface SignTag {
  readonly above?: { readonly height: number; readonly run: Xml };
  readonly run: Xml;
}

/** Tags that say themselves how large the room is, and anchors, are at most this large, points. */
const smallTag = 2;
/** The smallest type that Word knows, points. */
const leastSize = 1;
/** Room for typefaces that run wider than ours. */
const slack = 1.1;

/** Returns the tag of a place. */
export function placeTag(signing: Signing, place: TaggedPlace): SignTag {
  const { field, signer, number, width, height, above } = place;
  const text =
    signing === 'fields'
      ? undefined
      : signTag(signing, { field, signer: signer.key, number, width, height });
  if (signing === 'fields' || text === undefined) return { run: none };
  const line = faceHeights.ascent + faceHeights.descent;
  const fits = Math.min(width / (widthInEms(text) * slack), above / line);
  const room = tagRoom[signing];
  const size = Math.max(leastSize, room === 'text' ? fits : Math.min(fits, smallTag));
  const run = whiteRun(text, Math.floor(size * 2) / 2);
  if (room === 'line' || field.value !== undefined) return { run };
  return { run: none, above: { height: Math.min(above, size * line), run } };
}

/** White on white, and no words of any language: a spelling checker would stumble over them. */
function whiteRun(text: string, size: number): Xml {
  const marks = [
    element('w:noProof', {}),
    val('w:color', 'FFFFFF'),
    val('w:sz', halfPoints(size)),
    val('w:szCs', halfPoints(size)),
  ];
  return plainRun(text, element('w:rPr', {}, ...marks));
}
