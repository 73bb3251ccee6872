// The parts of a paper that follow from the partners alone: logos, signature blocks, and the
// picture of an annex. Part of a round of fill.ts.

import type {
  DocumentInline,
  DocumentLogo,
  DocumentLogos,
  DocumentNode,
  DocumentSignature,
  DocumentSignatureField,
} from '../model/document.ts';
import { type Filling, find } from './filling.ts';
import { isPresent } from './model-shape.ts';
import type { Expression, Phrase } from './template.ts';

/** Returns the keys of partners in the order agreed for logos; who is not in it comes after. */
export function logoOrder(filling: Filling): readonly string[] {
  const keys = Object.keys(filling.agreement.partners);
  const agreed = (filling.agreement.branding?.order ?? []).filter((key) => keys.includes(key));
  return [...new Set([...agreed, ...keys])];
}

/** Fills a paper phrase with text. */
export function phraseText(phrase: Phrase, values: Readonly<Record<string, string>>): string {
  return phrase
    .map((part) => {
      if (part.kind === 'words') return part.text;
      if (part.kind === 'place') return values[part.name] ?? '';
      return part.parts.every((each) => each.kind !== 'place' || values[each.name])
        ? phraseText(part.parts, values)
        : '';
    })
    .join('');
}

/** The logos of all partners, or of a group of them; none where the group is empty. */
export function fillLogos(
  who: DocumentLogos['who'],
  label: readonly DocumentInline[],
  filling: Filling,
): DocumentNode | undefined {
  const { agreement, wording } = filling;
  const keys = logoOrder(filling).filter((key) => {
    const partner = (agreement.partners[key]!.role ?? 'partner') === 'partner';
    return who === undefined || partner === (who === 'partners');
  });
  if (keys.length === 0) return undefined;
  const logos = keys.map((key): DocumentLogo => {
    const { name, brand } = agreement.partners[key]!;
    const alt = isPresent(brand?.alt) ? brand!.alt! : undefined;
    return {
      partner: key,
      alt: alt ?? phraseText(wording.phrase('paper.logo'), { name }),
      tileAlt: phraseText(wording.phrase('paper.tile'), { name }),
      from: ['partners', key, ...(alt ? ['brand', 'alt'] : ['name'])],
    };
  });
  const title = label.length ? { label } : {};
  return { kind: 'logos', ...(who ? { who } : {}), ...title, logos };
}

/** One block for each person who signs; a partner without one gets an empty block. */
export function fillSignatures({ agreement, wording }: Filling): DocumentNode | undefined {
  const taken = new Set<string>();
  const keys = new Map(
    Object.keys(agreement.partners).map((key) => [key, freeKey(plainKey(key), taken)]),
  );
  const blocks = Object.entries(agreement.partners).flatMap(([key, partner]) => {
    const signs = (partner.role ?? 'partner') !== 'supporter';
    const path = ['partners', key, 'signatories'];
    const people = partner.signatories ?? [];
    const places = people.length ? people : signs ? [undefined] : [];
    return places.map((person, index): DocumentSignature => {
      const about = person ? [...path, index] : path;
      const line = (
        purpose: DocumentSignatureField['purpose'],
        label: string,
        value?: string,
      ): DocumentSignatureField => ({
        label: wording.words(`signature.${label}`),
        purpose,
        ...(isPresent(value) ? { value: value!, from: [...about, label] } : {}),
      });
      return {
        partner: key,
        signer: {
          key: index === 0 ? keys.get(key)! : freeKey(`${keys.get(key)}-${index + 1}`, taken),
          label: phraseText(wording.phrase('signature.field'), {
            name: isPresent(person?.name) ? person!.name! : '',
            partner: partner.name,
          }),
        },
        organisation: { kind: 'text', text: partner.name, from: ['partners', key, 'name'] },
        about,
        fields: [
          line('signature', 'sign'),
          line('name', 'name', person?.name),
          line('title', 'title', person?.title),
          line('date', 'date'),
        ],
      };
    });
  });
  return blocks.length ? { kind: 'signatures', blocks } : undefined;
}

/** A full stop or a bracket would mean something to whoever reads the name of a field. */
const plainKey = (key: string): string => key.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-');

/** Returns the key, made longer until it is nobody else's, and takes it. */
function freeKey(key: string, taken: Set<string>): string {
  const free = taken.has(key) ? freeKey(`${key}-`, taken) : key;
  taken.add(free);
  return free;
}

/** The picture of an annex. */
export function fillPicture(of: Expression, filling: Filling): DocumentNode | undefined {
  if (of.kind !== 'path') return undefined;
  const { value, path } = find(of, filling);
  const annex = value as { file?: string; alt?: string; title: string } | undefined;
  if (!annex || !isPresent(annex.file)) return undefined;
  const described = isPresent(annex.alt);
  const alt = described ? annex.alt! : annex.title;
  const missing = phraseText(filling.wording.phrase('paper.missingPicture'), { alt });
  const index = path[path.length - 1];
  return {
    kind: 'picture',
    annex: typeof index === 'number' ? index : 0,
    alt,
    missing,
    from: [...path, described ? 'alt' : 'title'],
  };
}
