// Amounts of money: their decimals, and how messages write them.
// Uses the currency data that comes with the language, no locale of the machine.

/** Returns how many decimals a currency has; two for a code that is not known. */
export function currencyDigits(currency: string): number {
  return format(currency)?.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Writes an amount as "USD 1,200.50". */
export function moneyText(amount: number, currency: string): string {
  const written = format(currency)?.format(amount) ?? `${amount} ${currency}`;
  return written.replace(/\u00a0/g, ' ').replace(/\.00$/, '');
}

function format(currency: string): Intl.NumberFormat | undefined {
  try {
    return new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
    });
  } catch {
    return undefined;
  }
}
