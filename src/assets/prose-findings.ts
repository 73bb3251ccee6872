// What prose says in signs that the paper prints as they are typed: links that lead elsewhere than to
// the web, and Markdown that prose does not have. Loads the parser only for texts that may need it.
// Judges form, never content.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Agreement } from '../model/agreement.ts';
import { type Located, spanWithin } from '../model/located.ts';
import type { RefusedLink } from '../model/prose-spans.ts';
import { type Construct, isHtml, lineSigns, needsParser, type Sign } from './markdown-signs.ts';
import { type ProseText, proseTexts } from './prose-texts.ts';

/** Returns the findings about the prose of an agreement: links are warnings, signs are advice. */
export async function proseDiagnostics(
  agreement: Agreement,
  located: Located,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const prose of proseTexts(agreement)) {
    const signs = [...lineSigns(prose.text)];
    if (needsParser(prose.text)) {
      const { proseLiterals } = await import('../model/prose-literals.ts');
      const { refused, literal } = proseLiterals(prose.text);
      for (const link of refused) found.push(refusedLink(link, prose, located));
      for (const { what, start, end } of literal) {
        if (what === 'link') continue;
        if (what === 'html' && !isHtml(prose.text.slice(start, end))) continue;
        if (!signs.some((sign) => sign.what === what)) signs.push({ what, start, end });
      }
    }
    for (const sign of signs) found.push(literalSign(sign, prose, located));
  }
  return found;
}

function refusedLink(link: RefusedLink, { path }: ProseText, located: Located): Diagnostic {
  const { href, start, end, titled } = link;
  return diagnostic(
    'text/link-refused',
    'warning',
    titled
      ? `This link to "${href}" has a title in quotes, so it is printed as plain text.`
      : `This link leads to "${href}", so it is printed as plain text.`,
    spanWithin(located, path, start, end),
    path,
    titled
      ? `Leave the title out: (${href}).`
      : 'Links start with https://, http:// or mailto: and have no title.',
  );
}

const allowed = 'Prose knows *emphasis*, **strong**, links, and lists with - or 1.';

/** What it is called, and what to do instead. */
const words: Readonly<Record<Construct, readonly [name: string, instead: string]>> = {
  code: ['Code between backticks', 'Put the words in quotation marks, or leave the backticks out.'],
  entity: ['A character in code', 'Type the character itself.'],
  heading: [
    'A heading',
    'Write it in **strong** on a line of its own, with a blank line after it.',
  ],
  html: ['HTML', 'Delete the tags.'],
  line: ['A line of signs', 'Delete it; a blank line starts a new paragraph.'],
  list: ['A list with 1)', 'Write 1. and 2. instead.'],
  picture: ['A picture', 'Add it under `annexes`, with `title` and `file`.'],
  quote: ['A quotation with >', 'Put it in quotation marks.'],
  strike: ['Crossed-out text', 'Delete what does not hold.'],
  table: ['A table', 'Make it a list, or add it as a picture under `annexes`.'],
  template: ['What stands in double braces', 'Write the words themselves.'],
};

function literalSign({ what, start, end }: Sign, prose: ProseText, located: Located): Diagnostic {
  const [name, instead] = words[what];
  const { path, text } = prose;
  return diagnostic(
    'text/markdown-literal',
    'advice',
    `${name} is printed as it is typed, with all its signs: ${shown(text.slice(start, end))}.`,
    spanWithin(located, path, start, end),
    path,
    `${instead} ${allowed}`,
  );
}

function shown(text: string): string {
  const characters = [...text.split('\n')[0]!.trim()];
  return `“${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')}”`;
}
