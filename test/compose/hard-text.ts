// Texts that try to break out: markup, Markdown, braces, entities, odd white space, many scripts.
// Characters that reading refuses (controls, bidi overrides, noncharacters) never come this far.

import fc from 'fast-check';

const pieces = [
  '*', '**', '***', '_', '__', '-', '- ', '+ ', '* ', '1. ', '2. ', '12. ', '123. ', '1986. ', '1) ', '* * *', '---',
  '[', ']', '(', ')', '](', '](https://a.example)', '](page.html)', '](javascript:alert(1))', '![', '!',
  '[a](https://b.example)', '<https://c.example>', '<ftp://d.example>', '<', '>', '<b>', '</b>', '<br/>', '<!-- x -->',
  '<p>', '</p>', '</clause>', '<clause id="x">', '&', '&amp;', '&#65;', '&lt;', '"', "'", '`', '``', '```',
  '{{', '}}', '{{title}}', '{{{x}}}', '{{#if a}}', '{{/if}}', '{title}', '[', '\\', '\\*', '\\[', '\\\\', '\\n', '#', '# ',
  '> ', '|', '~~', '=', '==', '.', ':', ': ', ' ', '  ', '   ', '    ', '\n', '\n', '\n\n', '  \n', '\\\n', '\u00a0', '\u2003',
  'a', 'b', 'word', 'Zażółć', 'Λαϊκή', 'Родопски', 'שלום', 'مرحبا', '漢字', '👩‍🚀', '𝒜', 'é', 'ﬁ', '\u200d', '\u2028', '0', '12', '…', '–', '“', '„',
];

/** A text of many such pieces. */
export const hardText = fc
  .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.stringMatching(/^[ -~]{0,6}$/) }), {
    maxLength: 24,
  })
  .map((list) => list.join(''));

/** The same on one line, never blank. */
export const hardLine = hardText
  .map((text) => text.replace(/\n/g, ' '))
  .filter((text) => text.trim() !== '');
