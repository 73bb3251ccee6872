// Letter or A4 where the spec does not say: by the region of its language.
// Knows nothing of margins or type.

/** Regions that use ANSI Letter (Unicode CLDR, supplemental data, paperSize US-Letter). */
const letterRegions = new Set([
  'BZ',
  'CA',
  'CL',
  'CO',
  'CR',
  'GT',
  'MX',
  'NI',
  'PA',
  'PH',
  'PR',
  'SV',
  'US',
  'VE',
]);

/** Returns the usual paper of a BCP 47 language tag; a tag without a region gets its likely one. */
export function paperSize(language: string): 'letter' | 'a4' {
  try {
    const region = new Intl.Locale(language).maximize().region;
    return region !== undefined && letterRegions.has(region) ? 'letter' : 'a4';
  } catch {
    return 'a4';
  }
}
