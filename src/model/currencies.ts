// How many decimals the currencies of the world have, as a table: asking Intl would load all its
// data, which takes longer than checking a spec. Sums and formats nothing.

/** What most currencies have. */
const usualDecimals = 2;

/** Currencies with other decimals than two: those in use (CLDR 44), then those of the past. */
const unusual: ReadonlyMap<string, number> = new Map([
  ...decimals(0, 'AFN ALL BIF CLP COP DJF GNF HUF IDR IQD IRR ISK JPY KMF KPW KRW LAK LBP MGA'),
  ...decimals(0, 'MMK PKR PYG RWF SLL SOS SYP UGX VND VUV XAF XOF XPF YER'),
  ...decimals(3, 'BHD JOD KWD LYD OMR TND'),
  ...decimals(0, 'ADP BYR ESP ITL LUF MGF MRO STD TMM TRL UYI ZMK ZWD'),
  ...decimals(4, 'CLF UYW'),
]);

function decimals(count: number, codes: string): readonly (readonly [string, number])[] {
  return codes.split(' ').map((code) => [code, count] as const);
}

/** Returns how many decimals a currency has; two for a code that is not known. */
export function currencyDecimals(currency: string): number {
  return unusual.get(currency) ?? usualDecimals;
}
