// What a review page says, for goldens that people can read: one line for each block, in order.

const blocks =
  /^(p|h[1-6]|li|tr|pre|summary|figcaption|section|article|figure|header|footer|div|label|nav)$/;

/** A drawing says what it is called; the words inside it are hidden from readers that speak. */
const drawing = /<svg role="img" aria-label="([^"]*)".*?<\/svg>/gs;

/** Returns the text of the page's main part; room for a note and drawings are shown as such. */
export function pageText(html: string): string {
  const main = html
    .slice(html.indexOf('<main>'), html.indexOf('</main>'))
    .replace(drawing, '\n[drawing: $1]');
  let text = '';
  for (const [token] of main.matchAll(/<[^<>]*>|[^<]+/g)) {
    const tag = /^<\/?([a-z0-9]+)/.exec(token)?.[1];
    if (tag === undefined) text += token;
    else if (tag === 'textarea' && !token.startsWith('</')) text += '\n[room for a note]';
    else if (tag === 'td' || tag === 'th') text += token.startsWith('</') ? ' | ' : '';
    else if (blocks.test(tag) || tag === 'br') text += '\n';
  }
  return `${text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.replace(/( \| )+$/, '').trimEnd())
    .filter((line) => line.trim() !== '')
    .join('\n')}\n`;
}
