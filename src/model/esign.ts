// Tags and anchor texts of signing services, for the places of a signature block. The syntax of each
// service is here and nowhere else; renderers only decide where a tag stands and how large it is.

import type { Block, SignatureField } from './block.ts';
import { blocksText } from './text.ts';

/** The services whose tags a paper can carry; `anchors` are the short texts that DocuSign looks for. */
export const esignServices = ['docuseal', 'documenso', 'anchors'] as const;

/** A service that reads tags from the text of a file. */
export type EsignService = (typeof esignServices)[number];

/** How a paper is signed: in fields of its PDF, or by the tags of a service. */
export type Signing = 'fields' | EsignService;

/** A place to fill in. */
export interface TagPlace {
  readonly field: SignatureField;
  /** Of the person who signs; unique in the paper. */
  readonly signer: string;
  /** Counts the people who sign, from 1. */
  readonly number: number;
  /** The room that the service may fill, points. */
  readonly width: number;
  readonly height: number;
}

/**
 * How a service finds the room to fill in: `below` the tag's top left corner (the tag says how much),
 * `text`: just where the tag stands, so that it has to be as large as the room; `line`: from the tag
 * upwards, which stands at the left end of the line to write on.
 */
export const tagRoom: Readonly<Record<EsignService, 'below' | 'text' | 'line'>> = {
  docuseal: 'below',
  documenso: 'text',
  anchors: 'line',
};

/** Returns the tag of a place; `undefined` where the service has nothing to fill in. */
export function signTag(service: EsignService, place: TagPlace): string | undefined {
  // A name that is printed already would be written over; an anchor by itself writes nothing.
  if (place.field.value !== undefined && service !== 'anchors') return undefined;
  switch (service) {
    case 'docuseal':
      return docusealTag(place);
    case 'documenso':
      return documensoTag(place);
    case 'anchors':
      return `\\${anchors[place.field.purpose]}${place.number}\\`;
  }
}

const docusealTypes = { signature: 'signature', name: 'text', title: 'text', date: 'datenow' };

function docusealTag({ field, signer, number, width, height }: TagPlace): string {
  const { purpose, label } = field;
  const size = `width=${Math.floor(width)};height=${Math.floor(height)}`;
  return `{{${plain(label, purpose)} ${number};type=${docusealTypes[purpose]};role=${plain(signer, `signer ${number}`)};${size}}}`;
}

const documensoTypes = { signature: 'signature', name: 'name', title: 'text', date: 'date' };

function documensoTag({ field, number }: TagPlace): string {
  const { purpose, label } = field;
  const more = purpose === 'title' ? `, label=${plain(label, purpose).replaceAll(' ', '_')}` : '';
  return `{{${documensoTypes[purpose]}, r${number}${more}}}`;
}

/** The letters that DocuSign knows by itself. */
const anchors = { signature: 's', name: 'n', title: 't', date: 'd' };

/** What a tag may hold: letters, digits and blanks; so nothing from a spec can end a tag or add to it. */
function plain(text: string, otherwise: string): string {
  const kept = text.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, ' ').trim();
  return kept ? Array.from(kept).slice(0, 60).join('').trimEnd() : otherwise;
}

/** What each service would take for a tag, wherever it stands in a text. */
const tagPatterns: Readonly<Record<EsignService, RegExp>> = {
  docuseal: /\{\{[^}]*\}{0,2}/u,
  documenso: /\{\{[^}]*\}{0,2}/u,
  anchors: /\\[A-Za-z]{1,2}\d+\\/u,
};

/** What of a paper a service reads. */
export interface SignedPaper {
  readonly blocks: readonly Block[];
  readonly running: { readonly header: string; readonly footer: string };
  readonly signing: Signing;
}

/**
 * Returns why a paper cannot go to its service: something that it says itself would be taken for a tag.
 * `undefined` for a paper that goes to none.
 */
export function strayTagIn({ blocks, running, signing }: SignedPaper): string | undefined {
  if (signing === 'fields') return undefined;
  const said = [blocksText(blocks), running.header, running.footer].join('\n');
  const found = tagPatterns[signing].exec(said)?.[0];
  if (!found) return undefined;
  const short = Array.from(found.replace(/\s+/g, ' ')).slice(0, 60).join('');
  const who = signing === 'anchors' ? 'a signing service' : signing;
  return `The text says “${short}”, which ${who} would take for a tag. Word it otherwise, or leave out --esign; nothing was made.`;
}
