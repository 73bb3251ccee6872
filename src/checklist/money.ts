// Amounts of money: their decimals, and how messages write them.
// Uses the currency data that comes with the language, no locale of the machine.

import { currencyDecimals } from '../model/currencies.ts';

/** Returns how many decimals a currency has; two for a code that is not known. */
export const currencyDigits = currencyDecimals;

/** Writes an amount as "USD 1,200.50". */
export function moneyText(amount: number, currency: string): string {
  const written = format(currency)?.format(amount) ?? `${amount} ${currency}`;
  return written.replace(/\u00a0/g, ' ').replace(/\.00$/, '');
}

const formats = new Map<string, Intl.NumberFormat>();

function format(currency: string): Intl.NumberFormat | undefined {
  const known = formats.get(currency);
  if (known) return known;
  try {
    const made = new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
    });
    // A batch meets a handful of currencies; made-up codes must not pile up.
    if (formats.size < 50) formats.set(currency, made);
    return made;
  } catch {
    return undefined;
  }
}
