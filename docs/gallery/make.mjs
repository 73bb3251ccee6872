// Draws every page of every example, from the PDF and from the Word file as LibreOffice sets it, into
// contact sheets in this folder, and writes the page that shows them. `npm run gallery` builds dist/
// first. Needs poppler's pdftoppm; without LibreOffice the sheets show the PDFs alone.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { build } from '../../dist/index.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.resolve(here, '../..');
const dpi = 50;
/** Pages beside each other, pages on a sheet, and pixels between them. */
const grid = { columns: 3, pages: 6, gap: 14 };
/** No sheet is larger than this many bytes. */
const mostBytes = 300_000;
const backgrounds = { pdf: '#e4e7eb', word: '#d3dae6' };

const say = (text) => process.stdout.write(`${text}\n`);
const canRun = (program, ...args) => spawnSync(program, args).error === undefined;

if (!canRun('pdftoppm', '-v')) {
  process.stderr.write(
    'pdftoppm is not installed, so no page can be drawn. On Debian or Ubuntu: apt-get install poppler-utils\n',
  );
  process.exit(1);
}
const hasOffice = canRun('soffice', '--version');
if (!hasOffice) {
  say(
    'LibreOffice is not installed: the sheets show the PDFs alone. On Debian or Ubuntu: apt-get install libreoffice-writer-nogui',
  );
}

const scratch = mkdtempSync(path.join(tmpdir(), 'pactwright-gallery-'));
try {
  const examples = readdirSync(path.join(root, 'agreements'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  for (const old of readdirSync(here)) if (old.endsWith('.png')) rmSync(path.join(here, old));
  const shown = [];
  for (const name of examples) shown.push(await show(name));
  writeFileSync(path.join(here, 'README.md'), galleryPage(shown));
  say('wrote docs/gallery/README.md');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Draws the sheets of one example and returns what the page says about it. */
async function show(name) {
  const stem = path.parse(name).name;
  const { outputs, agreement, status, stopped } = await build(path.join(root, 'agreements', name), {
    formats: ['docx', 'pdf'],
  });
  if (stopped) throw new Error(`${name}: ${stopped}`);
  const folder = path.join(scratch, stem);
  mkdirSync(folder);
  for (const { format, bytes } of outputs) {
    writeFileSync(path.join(folder, `${stem}.${format}`), bytes);
  }
  const pdf = draw(path.join(folder, `${stem}.pdf`), path.join(folder, 'pdf'));
  const word = hasOffice
    ? draw(officePdf(path.join(folder, `${stem}.docx`)), path.join(folder, 'word'))
    : [];
  const sheets = [];
  for (let first = 0; first < Math.max(pdf.length, word.length); first += grid.pages) {
    const part = (pages) => pages.slice(first, first + grid.pages);
    const file = `${stem}-${sheets.length + 1}.png`;
    const bytes = await sheet(part(pdf), part(word));
    writeFileSync(path.join(here, file), bytes);
    say(`made docs/gallery/${file} (${Math.round(bytes.length / 1000)} kB)`);
    sheets.push({ file, first: first + 1, last: Math.min(first + grid.pages, pdf.length) });
  }
  return { name, title: agreement.title, status, pages: pdf.length, word: word.length, sheets };
}

/** Draws the pages of a PDF and returns the files in order. */
function draw(pdf, folder) {
  mkdirSync(folder);
  run('pdftoppm', ['-r', String(dpi), '-png', pdf, path.join(folder, 'page')]);
  return readdirSync(folder)
    .sort()
    .map((file) => path.join(folder, file));
}

/** Has LibreOffice make a PDF of a Word file, with the fonts that our PDFs are set in. */
function officePdf(docx) {
  const folder = path.join(path.dirname(docx), 'office');
  const fonts = path.join(scratch, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${path.join(root, 'dist/fonts')}</dir></fontconfig>`,
  );
  run(
    'soffice',
    [
      `-env:UserInstallation=file://${path.join(scratch, 'office-profile')}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder, docx],
    ],
    { ...process.env, FONTCONFIG_FILE: fonts },
  );
  return path.join(folder, `${path.parse(docx).name}.pdf`);
}

function run(program, args, env = process.env) {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', env, timeout: 180_000 });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

/** One picture: rows of PDF pages, each above the same pages of the Word file. */
async function sheet(pdf, word) {
  const sizes = await Promise.all([...pdf, ...word].map((file) => sharp(file).metadata()));
  const width = Math.max(...sizes.map((each) => each.width));
  const height = Math.max(...sizes.map((each) => each.height));
  const { columns, gap } = grid;
  const rows = [];
  for (let first = 0; first < Math.max(pdf.length, word.length); first += columns) {
    for (const [pages, background] of [
      [pdf, backgrounds.pdf],
      [word, backgrounds.word],
    ]) {
      const row = pages.slice(first, first + columns);
      if (row.length > 0) rows.push({ row, background });
    }
  }
  const wide = Math.min(columns, Math.max(pdf.length, word.length)) * (width + gap) + gap;
  const high = height + 2 * gap;
  const layers = rows.flatMap(({ row, background }, at) => [
    {
      input: { create: { width: wide, height: high, channels: 3, background } },
      left: 0,
      top: at * high,
    },
    ...row.map((input, index) => ({
      input,
      left: gap + index * (width + gap),
      top: at * high + gap,
    })),
  ]);
  const picture = await sharp({
    create: { width: wide, height: high * rows.length, channels: 3, background: '#fff' },
  })
    .composite(layers)
    .raw()
    .toBuffer({ resolveWithObject: true });
  // A palette has 256 colours or 16: between them, less quality takes fewer of the 256.
  for (const palette of [{}, { quality: 80 }, { quality: 60 }, { quality: 40 }, { colours: 16 }]) {
    const bytes = await sharp(picture.data, { raw: picture.info })
      .png({ palette: true, dither: 0, effort: 10, compressionLevel: 9, ...palette })
      .toBuffer();
    if (bytes.length < mostBytes) return bytes;
  }
  throw new Error(
    'A sheet is larger than 300 kB even with sixteen colours: put fewer pages on it.',
  );
}

function galleryPage(shown) {
  const beneath = hasOffice
    ? 'the pages of the PDF on light grey, and below them the same pages of the Word file, as LibreOffice sets them'
    : 'the pages of the PDF';
  return `# Every page of every example

Made by \`npm run gallery\` from the files in [agreements/](../../agreements/): ${beneath}.
Click a sheet to see it larger.
${shown.map(exampleText).join('')}`;
}

function exampleText({ name, title, status, pages, word, sheets }) {
  const inWord = word > 0 ? `, ${word} in the Word file` : '';
  return `
## ${title}

[${name}](../../agreements/${name}), ${status}: ${counted(pages)} in the PDF${inWord}.

${sheets.map(({ file, first, last }) => `![${title}: ${first === last ? `page ${first}` : `pages ${first} to ${last}`}](${file})`).join('\n\n')}
`;
}

function counted(pages) {
  return pages === 1 ? '1 page' : `${pages} pages`;
}
