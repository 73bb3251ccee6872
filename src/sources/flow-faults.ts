// Commas and colons in braces and brackets that mean something else than their writer meant.
// Valid YAML, so the library says nothing.

import { isScalar, type Node } from 'yaml';
import { fieldNames } from '../model/field-names.ts';
import { type Fault, fault, shown } from './fault.ts';
import { quoted } from './lines.ts';
import type { ReadText } from './read-text.ts';

/**
 * Returns the fault for a key in braces that has no colon: a comma in a text or number, or a missing
 * space; `part` where a later key of the same number has it.
 */
export function keyWithoutValue(
  read: ReadText,
  key: string,
  start: number,
  end: number,
  previous: Node | null,
): Fault | 'part' | undefined {
  const colon = key.indexOf(':');
  if (colon > 0 && fieldNames().has(key.slice(0, colon))) {
    const message = `After the colon of \`${key.slice(0, colon)}\` a space is missing.`;
    const at = start + colon + 1;
    const hint = `Write \`${key.slice(0, colon)}: ${key.slice(colon + 1)}\`.`;
    return fault('yaml/missing-space', start, end, message, hint, [
      { start: at, end: at, text: ' ' },
    ]);
  }
  if (!previous?.range) return undefined;
  const from = previous.range[0];
  const whole = read.text.slice(from, end);
  const number = numberMeant(whole);
  if (number !== undefined) {
    // The last of several commas has the whole number before it: it speaks for all.
    if (/^,\d{3}(?!\d)/.test(read.text.slice(end))) return 'part';
    return fault(
      'yaml/unquoted-comma',
      from,
      end,
      `The comma ends the number, so ${shown(whole)} is read as ${shown(whole.slice(0, whole.indexOf(',')))} and a key.`,
      `Write it without a comma between thousands and with a point before decimals: \`${number}\`.`,
    );
  }
  const single = isScalar(previous) && previous.type === 'PLAIN' && !whole.includes('\n');
  return fault(
    'yaml/unquoted-comma',
    start,
    end,
    `The comma before ${shown(key)} ends the text, and ${shown(key)} is taken for a key.`,
    single
      ? `If the comma belongs to the text, put the text in quotes: ${quoted(whole)}.`
      : `If it is a key, write \`${key}: …\`; if it is text, put the text in quotes.`,
  );
}

/** Returns the plain number that digits with commas mean: 1,200 or 1.200,50 or 99,50. */
function numberMeant(text: string): string | undefined {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}$/.test(text)) {
    return text.replaceAll('.', '').replace(',', '.');
  }
  return undefined;
}

/** Warns of a number such as 1,200 that a list in brackets takes for two items. */
export function splitNumber(read: ReadText, item: Node, faults: Fault[]): void {
  if (!isScalar(item) || item.type !== 'PLAIN' || !item.range) return;
  const [start, end] = item.range;
  if (read.text[end] !== ',') return;
  const rest = /^,\d{3}(?!\d)[^,\]]*/.exec(read.text.slice(end, end + 80))?.[0];
  if (!rest || !/\d$/.test(read.text.slice(start, end))) return;
  const whole = read.text.slice(start, end) + rest.trimEnd();
  faults.push({
    ...fault(
      'yaml/unquoted-comma',
      start,
      start + whole.length,
      `${shown(whole)} is read as two items, because a comma ends an item.`,
      `If it is one text, put it in quotes: ${quoted(whole)}; if they are two, put a space after the comma.`,
    ),
    severity: 'warning',
  });
}
