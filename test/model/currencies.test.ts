// The table of decimals is the currency data of the language, as it stood when it was written down.

import { expect, it } from 'vitest';
import { currencyDecimals } from '../../src/model/currencies.ts';

it.each([
  ['USD', 2],
  ['EUR', 2],
  ['PLN', 2],
  ['JPY', 0],
  ['HUF', 0],
  ['XOF', 0],
  ['KWD', 3],
  ['CLF', 4],
  ['QQQ', 2],
  ['usd', 2],
  ['', 2],
  ['constructor', 2],
])('%s has %i', (currency, decimals) => {
  expect(currencyDecimals(currency)).toBe(decimals);
});

it('nearly every currency in use has the decimals that Intl gives it', () => {
  const differing = Intl.supportedValuesOf('currency').filter((currency) => {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits !== currencyDecimals(currency);
  });
  // None on Node 20; its data changes by one or two currencies from year to year.
  expect(differing.length).toBeLessThan(10);
});
