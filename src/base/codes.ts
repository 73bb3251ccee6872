// Every diagnostic code that is not a checklist rule, with one sentence that explains it.
// A closed list: a test proves that each has a fixture. Rules of the checklist explain themselves.

/** What a code stands for. */
export interface CodeEntry {
  /** One sentence for somebody who has just met this code. */
  readonly explain: string;
}

const yaml = {
  'yaml/alias-cycle': {
    explain: 'A value marked with `&` contains itself by way of `*`, so it would never end.',
  },
  'yaml/alias-limit': {
    explain: 'Repeating marked values with `*` would make the file far larger than it looks.',
  },
  'yaml/bad-character': {
    explain:
      'The file holds an invisible character that printers drop or that can make text read differently from how it is stored.',
  },
  'yaml/bad-escape': {
    explain: 'Between double quotes a backslash has a special meaning, and this one is unknown.',
  },
  'yaml/bad-key': {
    explain: 'A key, the word before a colon, has to be a short text on one line.',
  },
  'yaml/block-text-start': {
    explain: 'After `|` or `>` the text starts on the next line.',
  },
  'yaml/colon-in-text': {
    explain:
      'A colon followed by a space starts a new value, so text that contains one needs quotes.',
  },
  'yaml/curly-quotes': {
    explain:
      'Curly quotes, as word processors put them, are part of the text for YAML; only straight ones (" or \') go around it.',
  },
  'yaml/cut-comment': {
    explain: 'A `#` after a space starts a comment, so the rest of the line is not read.',
  },
  'yaml/directive': {
    explain:
      'A line that starts with `%` gives orders to the YAML reader, which a spec does not need.',
  },
  'yaml/duplicate-key': { explain: 'The same key stands twice in one place.' },
  'yaml/empty': { explain: 'There is nothing in the file.' },
  'yaml/extra-comma': {
    explain: 'There is a comma with nothing before it in a list or in braces.',
  },
  'yaml/indentation': {
    explain: 'Lines that belong together have to start in the same column.',
  },
  'yaml/list-on-key-line': { explain: 'A list with dashes starts on the line after its key.' },
  'yaml/merge': { explain: '`<<` copies the keys of another map, so a map has to follow it.' },
  'yaml/missing-colon': { explain: 'A key has to be followed by a colon.' },
  'yaml/missing-comma': { explain: 'Items in brackets or braces are separated by commas.' },
  'yaml/missing-dash': {
    explain: 'Each item of a list starts with a hyphen and a space.',
  },
  'yaml/missing-space': { explain: 'A colon after a key has to be followed by a space.' },
  'yaml/not-text': {
    explain: 'The file is a picture, a Word file or something else that is not text.',
  },
  'yaml/not-utf-8': { explain: 'The file holds bytes that are not UTF-8 text.' },
  'yaml/odd-space': {
    explain: 'A character that only looks like a space stands where YAML needs an ordinary one.',
  },
  'yaml/several-documents': { explain: 'A file holds one spec; `---` starts a second one.' },
  'yaml/space-after-dash': { explain: 'The dash of a list item has to be followed by a space.' },
  'yaml/special-start': {
    explain:
      'Text that starts with one of @ ` % & * ! [ { , needs quotes, because YAML reads these signs as orders.',
  },
  'yaml/stray-bracket': { explain: 'A closing bracket or brace has no opening one.' },
  'yaml/syntax': { explain: 'The line cannot be read as YAML.' },
  'yaml/tab-indent': { explain: 'Lines are indented with spaces; YAML does not allow tabs there.' },
  'yaml/tag': {
    explain:
      'A word that starts with `!` is an order to the YAML reader, which a spec does not need.',
  },
  'yaml/text-after-quote': { explain: 'Text goes on after its closing quote.' },
  'yaml/too-deep': { explain: 'Lists and maps are nested deeper than any spec needs.' },
  'yaml/too-large': { explain: 'The file is larger than any spec needs to be.' },
  'yaml/too-long': { explain: 'One text is longer than 20,000 characters.' },
  'yaml/unclosed-bracket': { explain: 'A bracket or brace is opened but not closed.' },
  'yaml/unclosed-quote': { explain: 'A quote is opened but not closed.' },
  'yaml/unknown-alias': {
    explain: '`*name` repeats a value marked `&name` above, and there is none.',
  },
  'yaml/unquoted-comma': {
    explain:
      'In braces and brackets a comma starts the next item, so text that contains one needs quotes.',
  },
  'yaml/unused-anchor': {
    explain:
      'A word that starts with `&` marks a value for later use, and nothing uses it; it is not printed.',
  },
  'yaml/utf-16': { explain: 'The file is saved as UTF-16, and a spec has to be UTF-8.' },
  'yaml/version': { explain: 'A spec is YAML 1.2; YAML 1.1 reads the same words differently.' },
} as const satisfies Record<string, CodeEntry>;

const schema = {
  'schema/annex-content': { explain: 'An annex is either a picture (`file`) or text (`text`).' },
  'schema/bad-amount': {
    explain:
      'An amount is a plain number, not negative, with no more decimals than its currency has.',
  },
  'schema/bad-color': { explain: 'A colour is written like "#1F4E79".' },
  'schema/bad-currency': { explain: 'A currency is written as its three capital letters.' },
  'schema/bad-frequency': {
    explain:
      'How often is written as day, week, fortnight, month, quarter, year, or "every 6 weeks".',
  },
  'schema/bad-key': {
    explain:
      'A partner key or an id starts with a letter and goes on with letters, digits, - or _, at most 40.',
  },
  'schema/bad-language': { explain: 'A language is written as its BCP 47 tag, such as en-US.' },
  'schema/contact-in-name': {
    explain:
      'An e-mail address or a phone number stands inside the name of a person, where it is printed as part of the name; it has a key of its own.',
  },
  'schema/date-format': { explain: 'A date is written as year, month and day: 2027-02-20.' },
  'schema/duplicate-id': { explain: 'Two items have the same id.' },
  'schema/duplicate-item': { explain: 'A list of partners names the same one twice.' },
  'schema/duplicate-partner-name': { explain: 'Two partners have the same name.' },
  'schema/empty-text': { explain: 'A text that is needed is empty.' },
  'schema/impossible-date': { explain: 'The date does not exist in the calendar.' },
  'schema/meeting-times': { explain: 'A meeting has one of `every`, `date` and `dates`.' },
  'schema/missing-key': { explain: 'A key that every spec needs is not there.' },
  'schema/missing-unit': {
    explain: 'A length of time is given as a number without days or weeks.',
  },
  'schema/partner-count': { explain: 'An agreement has 2 to 24 partners.' },
  'schema/several-lines': { explain: 'This text has to fit on one line.' },
  'schema/unknown-choice': { explain: 'The word is not one of those that this field knows.' },
  'schema/unknown-currency': { explain: 'No currency is known by this code.' },
  'schema/unknown-key': { explain: 'The spec has no field of this name here.' },
  'schema/unknown-partner': { explain: 'No partner has this key under `partners`.' },
  'schema/wrong-type': {
    explain: 'The field needs another kind of value than the one that stands there.',
  },
} as const satisfies Record<string, CodeEntry>;

const asset = {
  'asset/broken': { explain: 'A picture is damaged, cut short or not what its name says.' },
  'asset/hostile': {
    explain:
      'A picture asks for far more memory than it should, or contains scripts or links to elsewhere.',
  },
  'asset/format': { explain: 'A picture is in a format other than PNG, JPEG or SVG.' },
  'asset/missing': { explain: 'A file that the spec names is not there.' },
  'asset/outside': { explain: "A file lies outside the spec's folder." },
  'asset/simplified': {
    explain:
      'Something that a drawing uses was left out because it could do harm or differs by machine.',
  },
  'asset/too-large': { explain: 'A picture file is larger than a paper needs.' },
  'asset/unreadable': { explain: 'A file is there but cannot be opened.' },
} as const satisfies Record<string, CodeEntry>;

const template = {
  'template/attribute-value': {
    explain: 'An attribute of a tag is missing or has a value that it cannot have.',
  },
  'template/bad-character': {
    explain:
      'A file of a template holds a character that cannot be read, or an invisible one that no paper may hold.',
  },
  'template/comment': {
    explain: 'A comment in angle brackets would be lost; Handlebars has its own.',
  },
  'template/decorator': {
    explain: 'A template uses a decorator of Handlebars, which does nothing here.',
  },
  'template/duplicate-id': { explain: 'Two clauses of a template would have the same id.' },
  'template/entity': {
    explain: 'A template writes a character as an entity instead of as itself.',
  },
  'template/helper-values': {
    explain: 'A helper or block of a template is given too few, too many or unsuitable values.',
  },
  'template/inline-partial': { explain: 'A part of a template has to be a file of its own.' },
  'template/language-file': { explain: 'A language file, or a phrase in it, cannot be read.' },
  'template/misplaced-tag': { explain: 'A tag or value stands where it cannot stand.' },
  'template/missing-file': { explain: 'A template folder lacks main.hbs or en.yaml.' },
  'template/not-printable': {
    explain: 'A template prints something inside a line that is not one line of text.',
  },
  'template/not-printed': {
    explain: 'The chosen template leaves out something that the spec says.',
  },
  'template/partial-recursion': { explain: 'A part of a template would contain itself.' },
  'template/phrase-values': {
    explain: 'A phrase and the values given for it do not fit each other.',
  },
  'template/raw-output': {
    explain:
      'A template uses triple braces, which would let a value change the shape of the paper.',
  },
  'template/stray-text': {
    explain: 'Text or a value stands between blocks instead of in a paragraph.',
  },
  'template/syntax': { explain: 'A template cannot be read as Handlebars.' },
  'template/table-shape': { explain: 'The rows of a table in a template do not fit its columns.' },
  'template/unbalanced-tag': {
    explain:
      'A tag of a template is opened but not closed in the same block, or the other way round.',
  },
  'template/unknown-attribute': {
    explain: 'A tag of a template has an attribute that it does not take.',
  },
  'template/unknown-block': { explain: 'A template uses a block other than if, unless and each.' },
  'template/unknown-clause': { explain: 'A template refers to a clause that it does not have.' },
  'template/unknown-helper': { explain: 'A template calls a helper that does not exist.' },
  'template/unknown-kind': { explain: 'There is no template of the name that `kind` gives.' },
  'template/unknown-partial': { explain: 'A template includes a part that does not exist.' },
  'template/unknown-path': { explain: 'A template asks for a value that no spec has.' },
  'template/unknown-phrase': { explain: 'The language file lacks a phrase.' },
  'template/unknown-tag': { explain: 'A template uses a tag that does not exist.' },
} as const satisfies Record<string, CodeEntry>;

const text = {
  'text/language-fallback': {
    explain: 'There are no fixed phrases in the language of the spec, so they are English.',
  },
  'text/link-refused': {
    explain:
      'A link in prose leads somewhere else than to the web or an e-mail address, so it stays plain text.',
  },
  'text/markdown-literal': {
    explain:
      'Prose has signs that Markdown gives a meaning and this format does not, such as a table or a heading; they are printed as they are typed.',
  },
  'text/docx-only': { explain: 'This script can be printed in the Word file only.' },
  'text/no-glyph': { explain: 'No font that we have can draw this character.' },
} as const satisfies Record<string, CodeEntry>;

const config = {
  'config/bad-threshold': { explain: 'A threshold is no number, or one that makes no sense.' },
  'config/lowered-error': {
    explain: 'A rule that is an error can be neither lowered nor switched off.',
  },
  'config/unknown-choice': {
    explain: 'A level or a weight in the configuration is not one of those that there are.',
  },
  'config/unknown-key': { explain: 'The configuration has no key of this name.' },
  'config/unknown-rule': {
    explain: 'The configuration names a rule that the checklist does not have.',
  },
  'config/unknown-threshold': {
    explain: 'The configuration names a threshold that there is not.',
  },
  'config/unreadable': { explain: 'The configuration of the house is there but cannot be opened.' },
  'config/wrong-type': {
    explain:
      'A part of the configuration needs another kind of value than the one that stands there.',
  },
} as const satisfies Record<string, CodeEntry>;

const table = {
  'table/bad-character': {
    explain: 'A cell holds an invisible character that no paper can show as it is stored.',
  },
  'table/bad-map': { explain: 'The map of columns has something else than headers and paths.' },
  'table/duplicate-column': { explain: 'Two columns of a table lead to the same place.' },
  'table/empty': { explain: 'A table has no header, or no row below it.' },
  'table/encoding': {
    explain: 'A CSV file is not UTF-8, so some letters may have been read as others.',
  },
  'table/error-value': { explain: 'A cell shows an error such as #REF! instead of a value.' },
  'table/hidden-rows': { explain: 'Rows of a sheet are hidden, and are used all the same.' },
  'table/long-row': { explain: 'A row has more cells than the header has columns.' },
  'table/merged-cells': {
    explain: 'Cells are merged, so that only the first of them holds the value.',
  },
  'table/no-result': { explain: 'A formula was never calculated, so its cell has no value.' },
  'table/not-one-value': {
    explain: 'A column leads to a part of the spec that holds several values.',
  },
  'table/quotes': { explain: 'The quotes in a CSV file do not fit together.' },
  'table/short-row': { explain: 'A row has fewer cells than the header has columns.' },
  'table/shortened-value': {
    explain: 'A cell holds what a spreadsheet program showed in place of a long number or text.',
  },
  'table/too-large': { explain: 'A table is larger than any that is read.' },
  'table/too-long': { explain: 'The text of a cell is longer than 20,000 characters.' },
  'table/unknown-column': { explain: 'A column leads to no place in the spec.' },
  'table/unknown-header': { explain: 'The map of columns names a column that the table lacks.' },
  'table/unknown-sheet': { explain: 'A workbook has no sheet of this name.' },
  'table/unnamed-column': { explain: 'Cells are filled in below an empty header.' },
  'table/unreadable': { explain: 'A file is no table that can be read.' },
} as const satisfies Record<string, CodeEntry>;

/** The codes, by room. */
export const codes = {
  ...yaml,
  ...schema,
  ...asset,
  ...template,
  ...text,
  ...config,
  ...table,
} as const;

/** A diagnostic code that is not a checklist rule. */
export type Code = keyof typeof codes;
/** The codes of reading. */
export type YamlCode = keyof typeof yaml;
/** The codes of validation. */
export type SchemaCode = keyof typeof schema;
/** The codes of the configuration of a house. */
export type ConfigCode = keyof typeof config;
