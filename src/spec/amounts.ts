// Amounts of money: what a number may look like, and what somebody meant who wrote `$1,200`.

/** Returns how many decimals a currency has, or `undefined` for a code of the wrong form. */
export function currencyDecimals(currency: string): number | undefined {
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits;
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

/** Returns why a number as written cannot be an amount with so many decimals, or `undefined`. */
export function amountFault(
  text: string,
  value: number,
  decimals: number | undefined,
  currency: string | undefined,
): string | undefined {
  if (value < 0 || text.startsWith('-')) return 'is negative';
  if (!/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return 'is not written in plain digits';
  const written = text.split('.')[1]?.length ?? 0;
  if (decimals !== undefined && written > decimals) {
    const most = decimals === 0 ? 'has none' : `has at most ${decimals}`;
    return `has ${written} decimals, and an amount ${currency ? `in ${currency} ` : ''}${most}`;
  }
  const minor = value * 10 ** (decimals ?? 2);
  return minor > Number.MAX_SAFE_INTEGER ? 'is larger than can be counted exactly' : undefined;
}
