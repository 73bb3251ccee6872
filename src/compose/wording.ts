// One language of a template together with its way of writing dates, numbers and lists.
// Every format is asked for by name, never taken from the machine.

import { keep } from '../base/kept.ts';
import { currencyDecimals } from '../model/currencies.ts';
import { readFrequency } from '../model/frequency.ts';
import { fallbackLanguage, languageTags, speaks } from '../model/spoken.ts';
import type { Phrase, Phrases, Template } from './template.ts';

/** The words and formats of one paper. */
export interface Wording {
  /** BCP 47, as the spec says. */
  readonly language: string;
  /** The language of the fixed words, where the template has none for `language`. */
  readonly wordsLanguage?: string;
  /** Returns a phrase; the key is known to exist since the template was loaded. */
  phrase(key: string): Phrase;
  /** Returns a phrase that needs no values, as text. */
  words(key: string): string;
  date(day: string): string;
  number(value: number, fractionDigits: number): string;
  /** The sign before decimals. */
  readonly decimalSign: string;
  /** The names of the months, short and in full. */
  readonly months: readonly { readonly short: string; readonly long: string }[];
  money(value: number, currency: string, fractionDigits: number): string;
  frequency(text: string): string;
  /** Returns the pieces of "A, B and C": where `index` is, an item stands, else these words. */
  list(count: number): readonly ({ readonly index: number } | { readonly words: string })[];
}

/** Half of the days whose texts a wording keeps: the same days stand in many agreements. */
const keptDays = 200;

const cache = new WeakMap<Template, Map<string, Wording>>();

/** Returns the wording of a template for a language; formats are made once for each. */
export function wordingFor(template: Template, language: string): Wording {
  const known = cache.get(template) ?? new Map<string, Wording>();
  cache.set(template, known);
  const wording = known.get(language) ?? makeWording(template, language);
  known.set(language, wording);
  return wording;
}

function makeWording(template: Template, language: string): Wording {
  const layers = [...languageTags(language), fallbackLanguage].flatMap((each): Phrases[] => {
    const phrases = template.languages.get(each);
    return phrases ? [phrases] : [];
  });
  const spoken = speaks(template.languages.keys(), language);
  // Words and formats go together: English words take British formats unless English was asked for.
  const locale = spoken ? knownLocale(language) : 'en-GB';
  // The first layer that has a phrase gives it.
  const phrases = new Map(layers.toReversed().flatMap((layer) => [...layer]));
  const phrase = (key: string): Phrase => phrases.get(key) ?? [];
  const texts = new Map(
    [...phrases].map(([key, parts]) => [
      key,
      parts.map((part) => (part.kind === 'words' ? part.text : '')).join(''),
    ]),
  );
  const words = (key: string): string => texts.get(key) ?? '';
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = numberFormats(locale);
  const pieces = new Map<number, ReturnType<Wording['list']>>();
  const days = keep<string>(keptDays);
  return {
    language,
    ...(spoken ? {} : { wordsLanguage: fallbackLanguage }),
    phrase,
    words,
    date: (day) => {
      const known = days.get(day);
      if (known !== undefined) return known;
      const text = dates.format(Date.parse(`${day}T00:00:00Z`));
      days.set(day, text);
      return text;
    },
    number: (value, digits) => numbers(digits).format(value),
    decimalSign:
      numbers(1)
        .formatToParts(1.5)
        .find(({ type }) => type === 'decimal')?.value ?? '.',
    months: monthNames(locale),
    money: (value, currency, digits) => formatMoney(numbers, value, currency, digits),
    frequency: (text) => frequencyText(text, phrase, words),
    list: (count) => {
      const known = pieces.get(count) ?? listPieces(lists, count);
      pieces.set(count, known);
      return known;
    },
  };
}

function knownLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function monthNames(locale: string): Wording['months'] {
  const [short, long] = (['short', 'long'] as const).map(
    (month) => new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC', calendar: 'gregory' }),
  );
  return Array.from({ length: 12 }, (_, index) => {
    const day = Date.UTC(2027, index, 1);
    return { short: short!.format(day), long: long!.format(day) };
  });
}

function fraction(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function isCode(currency: string): boolean {
  return /^[A-Za-z]{3}$/.test(currency);
}

/** A way of writing numbers, made once for each currency and number of decimals. */
type NumberFormats = (digits: number, currency?: string) => Intl.NumberFormat;

function numberFormats(locale: string): NumberFormats {
  const made = new Map<string, Intl.NumberFormat>();
  return (digits, currency) => {
    const key = `${currency ?? ''} ${digits}`;
    const style = currency
      ? ({ style: 'currency', currency, currencyDisplay: 'code' } as const)
      : {};
    const format =
      made.get(key) ?? new Intl.NumberFormat(locale, { ...style, ...fraction(digits) });
    made.set(key, format);
    return format;
  };
}

function formatMoney(
  formats: NumberFormats,
  value: number,
  currency: string,
  digits: number,
): string {
  if (isCode(currency)) return formats(digits, currency).format(value);
  const number = formats(digits).format(value);
  return currency ? `${number} ${currency}` : number;
}

/** Returns how many decimals a currency has, 2 for one that is not known. */
export function currencyDigits(currency: string): number {
  return currencyDecimals(currency.toUpperCase());
}

function frequencyText(
  text: string,
  phrase: (key: string) => Phrase,
  words: (key: string) => string,
): string {
  const every = readFrequency(text)?.every;
  if (!every) return text;
  if (every.count === 1) return words(`every.one.${every.unit}`);
  return phrase(`every.many.${every.unit}`)
    .map((part) => (part.kind === 'words' ? part.text : String(every.count)))
    .join('');
}

function listPieces(format: Intl.ListFormat, count: number): ReturnType<Wording['list']> {
  // Numbers stand for the items, so that nothing of an item can be taken for a connecting word.
  const items = Array.from({ length: count }, (_, index) => String(index));
  return format
    .formatToParts(items)
    .map((part) =>
      part.type === 'element' ? { index: Number(part.value) } : { words: part.value },
    );
}
