// What a spec must keep beyond the form of single fields: how many partners, names that differ,
// one kind of time for a meeting, one content for an annex, language and currency.

import { closest } from '../base/closest.ts';
import type { Path } from '../base/source.ts';
import { isLeftOut, type Located, type LocatedMap, nodeAt, spanWithin } from '../model/located.ts';
import { reachInName } from '../model/reach-in-name.ts';
import { currencies } from './amounts.ts';
import type { Context } from './context.ts';
import { choices, shown } from './words.ts';

/** Fewest and most partners of an agreement. */
const partnerLimits = { least: 2, most: 24 } as const;

/** Reports what is wrong with the spec as a whole. */
export function checkWhole(root: Located, context: Context): void {
  checkPartners(root, context);
  eachMap(root, ['schedule', 'meetings'], (meeting, path) => checkMeeting(meeting, path, context));
  eachMap(root, ['annexes'], (annex, path) => checkAnnex(annex, path, context));
  checkNames(root, context);
  checkLanguage(root, context);
  checkCurrency(root, context);
}

function eachMap(root: Located, path: Path, see: (map: LocatedMap, path: Path) => void): void {
  const list = nodeAt(root, path);
  if (list?.kind !== 'list') return;
  list.items.forEach((item, index) => {
    if (item.kind === 'map') see(item, [...path, index]);
  });
}

/** Returns the text of a field that is filled in. */
function filled(map: Located, key: string): Located | undefined {
  const node = nodeAt(map, [key]);
  if (!node || isLeftOut(node)) return undefined;
  return node.kind === 'scalar' && node.text.trim() === '' ? undefined : node;
}

function checkPartners(root: Located, context: Context): void {
  const entry =
    root.kind === 'map' ? root.entries.find(({ key }) => key === 'partners') : undefined;
  if (entry?.value.kind !== 'map') return;
  const { entries } = entry.value;
  const { least, most } = partnerLimits;
  const count = entries.length;
  if (count > most || (count < least && !context.partners.lost)) {
    const message = `An agreement has ${least} to ${most} partners, and this one has ${entries.length === 0 ? 'none' : entries.length}.`;
    const hint =
      entries.length < least
        ? 'Add the other partner under `partners`.'
        : 'Divide it into several agreements.';
    context.report('schema/partner-count', entry.keySpan, ['partners'], message, hint);
  }
  const names = new Map<string, string>();
  for (const { key, value } of entries) {
    const name = filled(value, 'name');
    if (name?.kind !== 'scalar') continue;
    const plain = name.text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
    const other = names.get(plain);
    if (other === undefined) names.set(plain, key);
    else {
      const message = `The partners \`${other}\` and \`${key}\` have the same name, ${shown(name.text)}.`;
      const hint = 'Give each its full legal name, or list the partner once.';
      context.report(
        'schema/duplicate-partner-name',
        name.span,
        ['partners', key, 'name'],
        message,
        hint,
      );
    }
  }
}

/** `name: Rosa Diaz, rosa@club.example`: it would be printed as her name, and nobody could be reached. */
function checkNames(root: Located, context: Context): void {
  const partners = nodeAt(root, ['partners']);
  if (partners?.kind !== 'map') return;
  for (const { key: partner } of partners.entries) {
    for (const list of ['contacts', 'signatories']) {
      eachMap(root, ['partners', partner, list], (person, path) => {
        const node = filled(person, 'name');
        const reach = node?.kind === 'scalar' ? reachInName(node.text) : undefined;
        if (!reach) return;
        const place = [...path, 'name'];
        const what = reach.key === 'email' ? 'e-mail address' : 'phone number';
        const message = `The ${what} ${shown(reach.text)} stands in \`name\`, and would be printed as part of it.`;
        const written = `${reach.key}: ${/^\+?\d/.test(reach.text) ? `"${reach.text}"` : reach.text}`;
        const name = reach.name === '' ? 'the name alone' : `\`name: ${reach.name}\``;
        const hint =
          list === 'contacts'
            ? `Write ${name} and \`${written}\`.`
            : `Write ${name}; \`${written}\` goes under \`contacts\`.`;
        const span = spanWithin(root, place, reach.start, reach.end);
        context.report('schema/contact-in-name', span, place, message, hint, 'warning');
      });
    }
  }
}

function checkMeeting(meeting: LocatedMap, path: Path, context: Context): void {
  const times = meeting.entries.filter(
    ({ key }) => ['every', 'date', 'dates'].includes(key) && filled(meeting, key),
  );
  const second = times[1];
  if (!second) return;
  const message = `A meeting has one of \`every\`, \`date\` and \`dates\`, and this one has ${times.map(({ key }) => `\`${key}\``).join(' and ')}.`;
  const hint = 'Keep one; further dates go into a meeting of their own.';
  context.report('schema/meeting-times', second.keySpan, [...path, second.key], message, hint);
}

function checkAnnex(annex: LocatedMap, path: Path, context: Context): void {
  const file = filled(annex, 'file');
  const text = filled(annex, 'text');
  const title = filled(annex, 'title');
  const name = title?.kind === 'scalar' ? `The annex ${shown(title.text)}` : 'This annex';
  if (file && text) {
    const entry = annex.entries.findLast(({ key }) => key === 'file' || key === 'text')!;
    const hint = 'Keep one, and make a second annex of the other.';
    context.report(
      'schema/annex-content',
      entry.keySpan,
      path,
      `${name} has both \`file\` and \`text\`.`,
      hint,
    );
  } else if (!file && !text) {
    const span = annex.entries[0]?.keySpan ?? annex.span;
    const hint = 'Add `file: annexes/plan.png` for a picture, or `text:` with the text.';
    context.report(
      'schema/annex-content',
      span,
      path,
      `${name} has neither \`file\` nor \`text\`.`,
      hint,
    );
  }
}

function checkLanguage(root: Located, context: Context): void {
  const node = filled(root, 'language');
  if (node?.kind !== 'scalar') return;
  const tag = node.text;
  if (isLanguageTag(tag)) return;
  const dashed = tag.trim().replaceAll('_', '-');
  const hint = isLanguageTag(dashed)
    ? `Write \`${dashed}\`.`
    : 'Write the code of the language and, if it matters, of the country, such as `en-US` or `pl`.';
  const message = `${shown(tag)} is not the code of a language.`;
  context.report('schema/bad-language', node.span, ['language'], message, hint);
}

/** BCP 47 form, with a language of two or three letters, as all living ones have. */
function isLanguageTag(tag: string): boolean {
  if (!/^[A-Za-z]{2,3}(?:-|$)/.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function checkCurrency(root: Located, context: Context): void {
  const path = ['resources', 'budget', 'currency'];
  const node = nodeAt(root, path);
  if (node?.kind !== 'scalar' || isLeftOut(node) || node.text.trim() === '') return;
  const code = node.text;
  const known = currencies();
  const upper = code.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) {
    const meant = known.includes(upper) ? upper : currencySigns[code.trim()];
    const hint = meant
      ? `Write \`${meant}\`.`
      : 'Write its three letters, such as `USD`, `EUR` or `PLN`.';
    context.report(
      'schema/bad-currency',
      node.span,
      path,
      `${shown(code)} is not the code of a currency.`,
      hint,
    );
    return;
  }
  if (known.includes(code)) return;
  const near = known.filter((each) => [...each].sort().join() === [...code].sort().join());
  const meant = near.length > 0 ? choices(near, 3) : closestCode(code, known);
  const message = `No currency is known by the code \`${code}\`.`;
  context.report(
    'schema/unknown-currency',
    node.span,
    path,
    message,
    meant ? `Did you mean ${meant}?` : 'Check its three letters: they are those of ISO 4217.',
    'warning',
  );
}

function closestCode(code: string, known: readonly string[]): string | undefined {
  const meant = closest(code, known);
  return meant && `\`${meant}\``;
}

const currencySigns: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  zł: 'PLN',
};
