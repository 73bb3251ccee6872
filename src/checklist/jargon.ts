// Words of libraries and cultural institutions that others take to mean something else or nothing,
// each with the contexts in which it is an ordinary word. Data only; matching is undefined-terms.ts's.
// The words are the checklist's starter list: studies of library users found them misunderstood.

/** A word that may need explaining. */
export interface JargonWord {
  readonly term: string;
  /** What every use holds: in small letters, or in capitals where capitals are meant. */
  readonly stem: string;
  /** Where the word is used in the sense that needs explaining; whole words, `i` unless an acronym. */
  readonly used: RegExp;
  /** Words around it, in the same sentence, that make it an ordinary word. */
  readonly ordinary?: RegExp;
  /** What it usually means, in plain words: proposed for the vocabulary; absent for a house's own word. */
  readonly means?: string;
}

/** The starter list. */
export const jargonWords: readonly JargonWord[] = [
  {
    term: 'database',
    stem: 'databas',
    used: /\bdatabases?\b/gi,
    // Everybody keeps lists of people on a computer; what puzzles is the database that one searches.
    ordinary:
      /\b(?:contacts?|members?|membership|donors?|customers?|clients?|visitors?|volunteers?|mailing|address|supporters?)(?:['’]s?)? databases?\b|\bdatabases? of (?:contacts|members|donors|customers|clients|volunteers|addresses|supporters)\b/i,
    means: 'a collection of articles or facts that is searched by computer',
  },
  {
    term: 'catalog',
    stem: 'catalog',
    used: /\bcatalog(?:ue)?s?\b/gi,
    ordinary:
      /\b(?:exhibition|auction|sales?|seed|mail[- ]order|product|gift|course|trade|show|museum|collection) catalog(?:ue)?s?\b|\bcatalog(?:ue)? (?:raisonn|of (?:the exhibition|errors|mistakes|complaints))|\b(?:to|will|and|who|they|we) catalog(?:ue)?s? (?:the|a|an|all|each|every|its|their|our|these|those|some|\d)/i,
    means: 'the list of everything that the library has',
  },
  {
    term: 'e-journal',
    stem: 'journal',
    used: /\be-?journals?\b/gi,
    means: 'a magazine for researchers that is read on a screen',
  },
  {
    term: 'index',
    stem: 'index',
    used: /\b(?:index|indexes)\b/gi,
    ordinary:
      /\b(?:price|prices|cost|cost of living|mass|heat|stock|share|quality|happiness|poverty|deprivation|development|refractive|glyc[ae]+mic|UV|pollen|wind|risk|consumer|living|walkability|card|inflation) index(?:es)?\b|\bindex (?:finger|cards?|funds?|numbers?|linked|tabs?|of (?!newspapers|articles|periodicals|journals|magazines))|\b(?:to|will) index\b|\b(?:book|book's|volume|handbook|report|back)\b[^.;]*\bindex\b/i,
    means: 'a list that tells in which article or book something stands',
  },
  {
    term: 'interlibrary loan',
    stem: 'library loan',
    used: /\binter-?library loans?\b/gi,
    means: 'borrowing a book for a reader from another library',
  },
  {
    term: 'ILL',
    stem: 'ILL',
    used: /\bILLs?\b/g,
    means: 'borrowing a book for a reader from another library',
  },
  {
    term: 'periodical',
    stem: 'periodical',
    used: /\bperiodicals?\b/gi,
    ordinary:
      /\bperiodical (?:reviews?|reports?|inspections?|checks?|payments?|maintenance|meetings?|visits?|updates?|assessments?|testing|tests?|cleaning|audits?|table|evaluations?)\b/i,
    means: 'a newspaper or magazine',
  },
  {
    term: 'serial',
    stem: 'serial',
    used: /\bserials?\b/gi,
    ordinary:
      /\bserial (?:numbers?|killers?|stor(?:y|ies)|novels?|dramas?|ports?|offenders?|entrepreneurs?|production|form)\b|\b(?:radio|television|TV|drama|crime|comic|newspaper) serials?\b/i,
    means: 'a newspaper, magazine or yearbook that appears in parts',
  },
  {
    term: 'reference',
    stem: 'reference',
    // "With reference to", "letter of reference" and "reference number" are everybody's words.
    used: /\breference (?:desks?|services?|librarians?|collections?|questions?|quer(?:y|ies)|interviews?|rooms?|sections?|staff|shel(?:f|ves)|books?|stacks?|transactions?|help|hours|work|materials?)\b|\b(?:ask|asked|sent|go|goes) (?:at|to) reference\b/gi,
    means: 'help with finding information',
  },
  {
    term: 'patron',
    stem: 'patron',
    used: /\bpatrons?\b/gi,
    ordinary:
      /\bpatron saints?\b|\b(?:royal|honorary|founding|noble|generous|art|arts|wealthy) patrons?\b|\bpatrons? of\b|\b(?:as|its|our|festival['’]s|trust['’]s|society['’]s) patron\b/i,
    means: 'a person who uses the library',
  },
  {
    term: 'circulation',
    stem: 'circulation',
    // Air, blood, traffic, newspapers and minutes circulate too.
    used: /\bcirculation (?:desks?|figures|statistics|numbers|counts?|staff|departments?|polic(?:y|ies)|records?|systems?|periods?|services?|counter|rules|team)\b|\bcirculation of (?:the )?(?:books|items|library materials|media)\b/gi,
    means: 'the lending of books and other things',
  },
  {
    term: 'weeding',
    stem: 'weeding',
    used: /\bweeding\b/gi,
    ordinary:
      /\b(?:garden\w*|beds?|plants?|planting|planted|allotments?|water(?:ing)?|mulch\w*|seeds?|seedlings?|paths?|borders?|weeds|flowers?|compost\w*|soil|lawns?|hedges?|orchards?|vegetables?|pruning|digging|hoe\w*)\b/i,
    means: 'taking old or unused books out of a collection',
  },
  {
    term: 'makerspace',
    stem: 'maker',
    used: /\bmaker[- ]?spaces?\b/gi,
    means: 'a workshop with tools and machines that everyone may use',
  },
  {
    term: 'MARC',
    stem: 'MARC',
    used: /\bMARC\b/g,
    means: 'the form in which libraries describe books for computers',
  },
  {
    term: 'OPAC',
    stem: 'OPAC',
    used: /\bOPACs?\b/g,
    means: 'the online list of everything that the library has',
  },
  {
    term: 'programming',
    stem: 'programming',
    used: /\bprogramming\b/gi,
    ordinary:
      /\b(?:computers?|cod(?:e|ing)|software|robots?|robotics|python|scratch|languages?|apps?|web|developers?|microcontrollers?|engineers?|games?|radio|television|tv|broadcast\w*|linear)\b/i,
    means: 'events and courses for the public',
  },
];

/** Acronyms that need no explaining to people who read agreements. */
export const plainAcronyms: ReadonlySet<string> = new Set(
  (
    'AD AED AGM AI AM ASAP ATM AV BA BBC BBQ BC BCE CCTV CD CE CEO COVID CSV CV DIY DJ DNA DVD EEA ESF EU FAQ FM GDPR GIF GMT GPS HD HDMI HIV HQ HR ' +
    'HTML ID IP ISBN ISO ISSN IT JPEG JPG LCD LED LEGO LGBT LGBTQ LTD LLC MA MBA MOT MOU MP MPEG NASA NATO NB NGO NHS NO ' +
    'NYC OK PA PC PDF PE PHD PIN PM PNG PO PPE PR PS PTA QR RSVP SD SIM SMS SOS SUV SVG TBA TBC TBD TIFF TODO TV UK UN UNESCO UNICEF ' +
    'URL US USA USB UTC UV VAT VHS VIP VR WC WHO WIFI WWW YMCA YWCA XL XS XXL XXX ZIP ' +
    // Corners of a field and times of the clock.
    'NE NW SE SW EST EDT CST CDT MST MDT PST PDT BST CET CEST'
  ).split(' '),
);

/** Words that people write in capitals to stress them: "is NOT open", "ALL visitors". */
export const stressedWords: ReadonlySet<string> = new Set(
  (
    'ALL ALSO ALWAYS AND ANY ARE ASK BE BEFORE BOTH BUT CAN CLOSED DO EACH EVERY FIRST FOR FREE FROM HAS HAVE IF IN IS ' +
    'LAST MAY MUST NEVER NEW NO NONE NOT NOTE NOTHING NOW OF ON ONCE ONE ONLY OPEN OR OUR OUT PHOTOS PLEASE SHALL SHOULD ' +
    'STOP THE THEIR THEY THIS TO TWO UNTIL WE WHEN WILL WITH YES YOU YOUR'
  ).split(' '),
);
