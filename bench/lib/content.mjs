// The memorandum as every contender gets it: Pactwright's own composed paper, turned into plain JSON.
// Text, structure and sizes only. Each document of a run is another agreement of the same memorandum.

/**
 * Returns the neutral content of a paper.
 *
 * Parts are `heading`, `paragraph`, `list`, `table` (with `style` grid or facts) and `signatures`;
 * text is a list of runs `{ text, bold?, italic?, link? }`, a table cell a list of lines of runs.
 *
 * @param paper blocks, running lines and properties as Pactwright composed them
 * @param logoFiles the picture file of each logo, by its id in the paper
 */
export function contentOf({ blocks, running, properties }, logoFiles) {
  const logos = blocks
    .filter(({ kind }) => kind === 'logos')
    .flatMap(({ rows }) => rows.flat())
    .map((each) => placed(each, logoFiles));
  return {
    title: properties.title,
    author: properties.author,
    language: properties.language,
    date: properties.date,
    logos,
    headerLogos: running.logos.map((each) => placed(each, logoFiles)),
    header: running.header,
    footer: running.footer,
    parts: blocks.filter(({ kind }) => kind !== 'logos').map(partOf),
  };
}

/** The values that differ between the agreements of a run, as they stand in the spec. */
export const original = {
  reference: 'RPL-2027-0000',
  club: 'Riverbend Astronomy Club',
  secretary: 'Tom Castellano',
  president: 'Priya Raman',
  mail: 'tom@riverbendstars.example',
};

const towns = [
  'Alder',
  'Birch',
  'Cedar',
  'Dover',
  'Elm',
  'Fair',
  'Glen',
  'Hazel',
  'Iron',
  'Juniper',
];
const places = [
  'bridge',
  'field',
  'ford',
  'haven',
  'hill',
  'mont',
  'mouth',
  'side',
  'view',
  'wood',
];
const firstNames = [
  'Ada',
  'Bruno',
  'Clara',
  'Dmitri',
  'Esra',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
];
const lastNames = [
  'Lindqvist',
  'Marsh',
  'Novak',
  'Okoro',
  'Petrov',
  'Quill',
  'Rossi',
  'Santos',
  'Tanaka',
];

/** Returns the values of the n-th agreement. */
export function valuesOf(n) {
  const town = towns[n % 10] + places[Math.floor(n / 10) % 10];
  const person = (k) => `${firstNames[(n + k) % 10]} ${lastNames[(n * 7 + k) % 9]}`;
  return {
    reference: `RPL-2027-${String(n).padStart(4, '0')}`,
    club: `${town} Astronomy Club`,
    secretary: person(3),
    president: person(5),
    mail: `secretary@${town.toLowerCase()}stars.example`,
  };
}

/** Returns a text (a spec, or content as JSON) with the values of the n-th agreement in it. */
export function withValues(text, n) {
  const values = valuesOf(n);
  return Object.entries(original).reduce(
    (changed, [key, was]) => changed.replaceAll(was, values[key]),
    text,
  );
}

/** Returns the text of runs. */
export const textOf = (runs) => runs.map(({ text }) => text).join('');

/** Returns every text of the content that a document must print, numbers and markers of lists aside. */
export function textsOf({ header, footer, parts }) {
  return [header, footer, ...parts.flatMap(textsOfPart)];
}

function textsOfPart(part) {
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
      return [textOf(part.runs)];
    case 'list':
      return part.items.map(textOf);
    case 'table':
      return [...part.header, ...part.rows.flat(2).map(textOf)];
    case 'signatures':
      return part.people.flatMap(({ organisation, fields }) => [
        organisation,
        ...fields.flatMap(({ label, value }) => [label, value]),
      ]);
    default:
      throw new Error(`There is no such part: ${part.kind}`);
  }
}

function placed({ picture, alt, widthMm, heightMm }, logoFiles) {
  return { file: logoFiles[picture], alt, widthMm, heightMm };
}

function partOf(block) {
  switch (block.kind) {
    case 'heading':
      return {
        kind: 'heading',
        level: block.level,
        number: block.number?.label ?? '',
        runs: runsOf(block.content),
      };
    case 'paragraph':
      return {
        kind: 'paragraph',
        style: block.style,
        number: block.number?.label ?? '',
        runs: runsOf(block.content),
      };
    case 'list':
      return {
        kind: 'list',
        ordered: block.marker === 'decimal',
        items: block.items.map(({ content }) => runsOf(content[0].content)),
      };
    case 'table':
      return tableOf(block);
    case 'signatures':
      return {
        kind: 'signatures',
        people: block.blocks.map(({ organisation, fields }) => ({
          organisation: textOf(runsOf(organisation)),
          fields: fields.map(({ label, value = '' }) => ({ label, value })),
        })),
      };
    default:
      throw new Error(`The memorandum has a block that contenders do not know: ${block.kind}`);
  }
}

function tableOf({ style, columns, header, rows }) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const lines = ({ content }) => content.map((paragraph) => runsOf(paragraph.content));
  return {
    kind: 'table',
    style,
    shares: columns.map(({ share }) => share / whole),
    ends: columns.map(({ align }) => align === 'end'),
    header: header ? header.cells.map((cell) => textOf(lines(cell).flat())) : [],
    rows: rows.map(({ cells }) => cells.map(lines)),
  };
}

function runsOf(inlines) {
  return inlines.flatMap((inline) => {
    switch (inline.kind) {
      case 'text':
        return [runOf(inline)];
      case 'link':
        return inline.content.map((run) => ({ ...runOf(run), link: inline.href }));
      case 'reference':
        return [{ text: inline.label }];
      case 'break':
        return [{ text: '\n' }];
      default:
        throw new Error(`There is no such inline: ${inline.kind}`);
    }
  });
}

const runOf = ({ text, strong, emphasis }) => ({
  text,
  ...(strong ? { bold: true } : {}),
  ...(emphasis ? { italic: true } : {}),
});
