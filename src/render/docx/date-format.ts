// How a language writes a day, as Word's date fields are told it: the same order and signs as the dates
// printed in the paper. Knows no dates of its own.

const formats = new Map<string, string>();

/** The order of a date's parts for Word, as the documents of a language have it. Asked for once a language. */
export function dateFormat(language: string): string {
  const format = formats.get(language) ?? makeFormat(language);
  formats.set(language, format);
  return format;
}

function makeFormat(language: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    calendar: 'gregory',
    timeZone: 'UTC',
  }).formatToParts(0);
  return parts
    .map(({ type, value }) => {
      if (type === 'day') return value.length > 1 ? 'dd' : 'd';
      if (type === 'month') return /^\d/.test(value) ? 'M'.repeat(value.length) : 'MMMM';
      if (type === 'year') return 'yyyy';
      // Words stand in quotes, so that their letters are not taken for days and months.
      return value
        .replace(/\s/gu, ' ')
        .replace(/[\p{L}\p{M}\p{N}']+/gu, (word) => `'${word.replaceAll("'", "''")}'`);
    })
    .join('');
}
