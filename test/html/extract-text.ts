// What an HTML paper says, read from the file by a tokeniser of its own: list markers resolved,
// alternative texts counted, notices and running lines left out.

const voids = new Set(['br', 'img', 'meta', 'col', 'link']);
const closed = /\/>$/;
const lines = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'li',
  'tr',
  'td',
  'th',
  'div',
  'dt',
  'figure',
]);
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

interface Open {
  readonly tag: string;
  readonly skip: boolean;
  /** For lists: the marker, and the number of the next item. */
  readonly marker?: '•' | '–' | 'decimal';
  next: number;
}

/** Returns the text of the paper in an HTML document. */
export function htmlText(html: string): string {
  const body = html.slice(html.indexOf('<main>'), html.lastIndexOf('</main>'));
  const open: Open[] = [];
  let text = '';
  const skipped = (): boolean => open.some((each) => each.skip);
  for (const [token] of body.matchAll(/<[^<>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      if (!skipped()) text += decode(token);
      continue;
    }
    const tag = /^<\/?([a-z0-9]+)/.exec(token)![1]!;
    const attribute = (name: string): string | undefined =>
      new RegExp(` ${name}="([^"]*)"`).exec(token)?.[1];
    if (lines.has(tag)) text += '\n';
    if (token.startsWith('</')) {
      if (open.pop()?.tag !== tag) throw new Error(`${token} closes another element`);
      continue;
    }
    if (tag === 'br') text += '\n';
    if (!skipped() && tag === 'img') text += `\n${decode(attribute('alt')!)}\n`;
    if (!skipped() && attribute('role') === 'img')
      text += `\n${decode(attribute('aria-label')!)}\n`;
    const list = open.at(-1);
    if (!skipped() && tag === 'li' && list?.marker) {
      text += list.marker === 'decimal' ? `${list.next}. ` : `${list.marker} `;
      list.next += 1;
    }
    if (voids.has(tag) || closed.test(token)) continue;
    const classes = attribute('class')?.split(' ') ?? [];
    const skip =
      tag === 'footer' ||
      tag === 'style' ||
      tag === 'svg' ||
      classes.includes('contents') ||
      classes.includes('notice') ||
      classes.includes('watermark');
    const marker =
      tag === 'ol' ? 'decimal' : classes.includes('dashes') ? '–' : tag === 'ul' ? '•' : undefined;
    open.push({ tag, skip, ...(marker ? { marker } : {}), next: Number(attribute('start') ?? 1) });
  }
  if (open.at(-1)?.tag !== 'main' || open.length !== 1) throw new Error('an element is not closed');
  return text;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (_, number: string, name: string) =>
    number ? String.fromCodePoint(Number(number)) : named[name]!,
  );
}
