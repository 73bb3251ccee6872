// Amounts of money: what a number may look like, and what somebody meant who wrote `$1,200`.
// Used by read-leaf.ts and checks.ts; sums and exchanges nothing.
// Pure wording and arithmetic: knows no field and no place.

import * as currencyData from '../model/currencies.ts';

/** Returns how many decimals a currency has, or `undefined` for a code of the wrong form. */
export function currencyDecimals(currency: string): number | undefined {
  return /^[A-Z]{3}$/.test(currency) ? currencyData.currencyDecimals(currency) : undefined;
}

/** Returns the codes of all currencies that are known here. */
export function currencies(): readonly string[] {
  return Intl.supportedValuesOf('currency');
}

/** Returns the plain number that a text such as `$1,200`, `1.200,50 EUR` or `1 200` means, if it is one. */
export function plainAmount(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^(?:\p{Sc}|[A-Za-z]{1,4}\.?)\s*|\s*(?:\p{Sc}|[A-Za-z]{1,8}\.?)$/gu, '')
    .replace(/[\s'’_]/g, '')
    .replace(/[.,][-–—]{1,2}$/, '');
  if (/^\d+(?:[.,]\d{1,2})?$/.test(digits)) return tidy(digits.replace(',', '.'));
  const grouped = /^(\d{1,3})((?:([.,])\d{3})(?:\3\d{3})*)(?:([.,])(\d{1,2}))?$/.exec(digits);
  if (!grouped || grouped[4] === grouped[3]) return undefined;
  const whole = (grouped[1]! + grouped[2]!).replace(/[.,]/g, '');
  return tidy(grouped[5] ? `${whole}.${grouped[5]}` : whole);
}

function tidy(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** What an amount is judged by. */
export interface Money {
  readonly currency: string | undefined;
  readonly decimals: number | undefined;
}

/** Returns why a number as written cannot be an amount of this money, or `undefined`. */
export function amountFault(text: string, value: number, money: Money): string | undefined {
  const { currency, decimals } = money;
  if (value < 0 || text.startsWith('-')) return 'is negative';
  if (!/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return 'is not written in plain digits';
  const written = text.split('.')[1]?.length ?? 0;
  if (decimals !== undefined && written > decimals) {
    const most = decimals === 0 ? 'none' : `at most ${decimals}`;
    const inCurrency = currency ? ` in ${currency}` : '';
    return `has ${written === 1 ? '1 decimal' : `${written} decimals`}, and an amount${inCurrency} has ${most}`;
  }
  const minor = value * 10 ** (decimals ?? 2);
  return minor > Number.MAX_SAFE_INTEGER ? 'is larger than can be counted exactly' : undefined;
}

/** Returns how to write an amount that cannot be read. */
export function amountHint(text: string, money: Money): string {
  if (text.startsWith('-')) {
    return 'An amount is never below zero: take it off the line that it belongs to.';
  }
  const meant = plainAmount(text);
  const works = meant !== undefined && amountFault(meant, Number(meant), money) === undefined;
  if (works && meant === text) return `Write \`${meant}\`, without quotes.`;
  if (works && /^\d{1,3}\.\d{3}$/.test(text)) {
    return `If the point stands between thousands, write \`${meant}\`; if not, round it.`;
  }
  if (works) return `Write \`${meant}\`.`;
  if (/^\d{15,}$/.test(text)) return 'Check how many digits it has.';
  if (money.decimals === 0) return 'Write digits only, without decimals: `1200`.';
  return 'Write digits only, with a point before decimals: `1200` or `99.50`.';
}
