// Whether everyone makes the same memorandum: every text, both logos, the pages. Looks the documents
// over before anything is measured; a comparison of unequal work would say nothing.

import { unzipSync } from 'fflate';
import { inputAt, load } from '../lib/contenders.mjs';
import { textsOf } from '../lib/content.mjs';
import { contentAt } from '../lib/paper.mjs';
import { page } from '../lib/style.mjs';

/** The pages of the memorandum. */
const pages = 7;

/** Returns what each contender's document is like; throws when one is not the memorandum. */
export async function measureEquality(ids, say) {
  const results = {};
  for (const id of ids) {
    const contender = await load(id);
    await contender.prepare?.(contentAt(0));
    const content = contentAt(7);
    const bytes = new Uint8Array(await contender.make(await inputAt(contender, 7), 7));
    const made = contender.format === 'pdf' ? await readPdf(bytes) : readDocx(bytes);
    // Every agreement has a hash of its own; what the peers print in its place is text like any other.
    const texts = textsOf(content).map((text) => text.replace(/ · Text [0-9a-f]+$/, ''));
    const lacking = texts.filter((text) => !made.text.includes(squeezed(text)));
    if (lacking.length > 0) {
      throw new Error(
        `${id} lacks ${lacking.length} texts: ${JSON.stringify(lacking.slice(0, 5))}`,
      );
    }
    if (made.pictures < 2) throw new Error(`${id} has ${made.pictures} pictures.`);
    if (made.pages !== undefined && made.pages !== pages) {
      throw new Error(`${id} has ${made.pages} pages, not ${pages}.`);
    }
    const { name, version, does } = contender;
    results[id] = { name, version, does, bytes: bytes.length, pages: made.pages };
    say(`equal  ${id}: ${bytes.length} bytes${made.pages ? `, ${made.pages} pages` : ''}`);
  }
  return results;
}

/** Without white space, ligatures, and the hyphens that some programs break words with. */
const squeezed = (text) => text.normalize('NFKC').replace(/[\s\u00ad-]+/g, '');

function readDocx(bytes) {
  const files = unzipSync(bytes);
  const xml = Object.entries(files)
    .filter(([name]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))
    .map(([, part]) => new TextDecoder().decode(part))
    .join('\n');
  const text = xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name) => entities[name]);
  const pictures = Object.keys(files).filter((name) => /^word\/media\//.test(name)).length;
  return { text: squeezed(text), pictures };
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

async function readPdf(bytes) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pictures = (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype\s*\/Image/g) ?? []
  ).length;
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  // A paragraph may go on on the next page: what runs on every page stands aside.
  let body = '';
  let running = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const { str, transform } of items) {
      const fromBottom = transform[5];
      const isBody = fromBottom > page.margin.bottom && fromBottom < page.height - page.margin.top;
      if (isBody) body += str;
      else running += str;
    }
  }
  const { numPages } = document;
  await document.destroy();
  return { text: squeezed(`${body}\n${running}`), pictures, pages: numPages };
}
