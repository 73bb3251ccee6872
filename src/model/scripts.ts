// Scripts that our PDF cannot set right: those written from right to left and those whose letters
// change shape or order with their neighbours. A paper in one of them is made as DOCX only.
// Data and one question; decides nothing about a build.

/** Right-to-left scripts, then scripts that need shaping or a dictionary to break lines (Unicode 15 names). */
const docxOnlyNames = [
  ...['Adlam', 'Arabic', 'Avestan', 'Chorasmian', 'Cypriot', 'Elymaic', 'Hanifi_Rohingya'],
  ...['Hatran', 'Hebrew', 'Imperial_Aramaic', 'Inscriptional_Pahlavi', 'Inscriptional_Parthian'],
  ...['Kharoshthi', 'Lydian', 'Mandaic', 'Manichaean', 'Mende_Kikakui', 'Meroitic_Cursive'],
  ...['Meroitic_Hieroglyphs', 'Nabataean', 'Nko', 'Old_Hungarian', 'Old_North_Arabian'],
  ...['Old_Sogdian', 'Old_South_Arabian', 'Old_Turkic', 'Old_Uyghur', 'Palmyrene', 'Phoenician'],
  ...['Psalter_Pahlavi', 'Samaritan', 'Sogdian', 'Syriac', 'Thaana', 'Yezidi'],
  ...['Ahom', 'Balinese', 'Batak', 'Bengali', 'Bhaiksuki', 'Brahmi', 'Buginese', 'Buhid', 'Chakma'],
  ...['Cham', 'Devanagari', 'Dives_Akuru', 'Dogra', 'Grantha', 'Gujarati', 'Gunjala_Gondi'],
  ...['Gurmukhi', 'Hanunoo', 'Javanese', 'Kaithi', 'Kannada', 'Kawi', 'Kayah_Li', 'Khmer'],
  ...['Khojki', 'Khudawadi', 'Lao', 'Lepcha', 'Limbu', 'Mahajani', 'Makasar', 'Malayalam'],
  ...['Marchen', 'Masaram_Gondi', 'Meetei_Mayek', 'Modi', 'Mongolian', 'Multani', 'Myanmar'],
  ...['Nandinagari', 'New_Tai_Lue', 'Newa', 'Oriya', 'Phags_Pa', 'Rejang', 'Saurashtra', 'Sharada'],
  ...['Siddham', 'Sinhala', 'Soyombo', 'Sundanese', 'Syloti_Nagri', 'Tagalog', 'Tagbanwa'],
  ...['Tai_Le', 'Tai_Tham', 'Tai_Viet', 'Takri', 'Tamil', 'Telugu', 'Thai', 'Tibetan', 'Tirhuta'],
  ...['Zanabazar_Square'],
] as const;

let pattern: RegExp | undefined;

/** One of these scripts; made when first asked for, because most agreements never do. */
function any(): RegExp {
  pattern ??= new RegExp(`[${docxOnlyNames.map((name) => `\\p{Script=${name}}`).join('')}]`, 'u');
  return pattern;
}

/** The first code point of such a script (Hebrew); everything below is decided without a search. */
const firstCodePoint = 0x0590;

/** No such script has a code point here: more of Latin and Greek, then punctuation, signs and arrows. */
const without = { from: 0x1e00, to: 0x2cff };

/**
 * Returns the Unicode name of the script of a code point when only the DOCX can hold it
 * (`Arabic`, `Devanagari`…), else `undefined`. Punctuation that scripts share has none.
 */
export function docxOnlyScript(codePoint: number): string | undefined {
  if (codePoint < firstCodePoint || codePoint > 0x10ffff) return undefined;
  if (codePoint >= without.from && codePoint <= without.to) return undefined;
  const character = String.fromCodePoint(codePoint);
  if (!any().test(character)) return undefined;
  return docxOnlyNames.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(character));
}

/** Returns the scripts in a text that only the DOCX can hold, in order of appearance, each once. */
export function docxOnlyScripts(text: string): readonly string[] {
  if (!any().test(text)) return [];
  const found = new Set<string>();
  for (const character of text) {
    const script = docxOnlyScript(character.codePointAt(0)!);
    if (script) found.add(script);
  }
  return [...found];
}
