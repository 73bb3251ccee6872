// Blocks as HTML: real headings, lists, tables with scopes and figures with alternative text.
// A pure function of its arguments; used by the document and by the review page.

import { assertNever } from '../../base/errors.ts';
import type {
  Block,
  Contents,
  Heading,
  List,
  Logos,
  Notice,
  Paragraph,
  Placement,
  Signatures,
} from '../../model/block.ts';
import type { Picture } from '../../model/paper.ts';
import { inlineText } from '../../model/text.ts';
import type { PartnerColors } from '../../model/theme.ts';
import { renderDrawing } from './drawings.ts';
import { base64, escapeHtml } from './escape.ts';
import { directionOf, renderInlines, renderNumber } from './inlines.ts';
import { renderTable } from './tables.ts';

/** What rendering blocks depends on. */
export interface BlocksOptions {
  /** Before every id and link inside the paper, so that several papers can share a page. */
  readonly idPrefix: string;
  /** By id; a picture that is not here is replaced by its alternative text. */
  readonly pictures?: ReadonlyMap<string, Picture>;
  /** Colours by partner key. */
  readonly partners?: Readonly<Record<string, PartnerColors>>;
  /** Said after what a table shows, so that several papers on a page have regions of different names. */
  readonly context?: string;
  /** Words that are set off wherever they stand in one run of text. */
  readonly mark?: string;
  /** The level of the title's heading: 1 in a document, more inside another page. */
  readonly titleLevel?: number;
}

/** Returns the HTML of blocks. */
export function renderBlocks(blocks: readonly Block[], options: BlocksOptions): string {
  return blocks.map((block) => renderBlock(block, options)).join('\n');
}

function renderBlock(block: Block, options: BlocksOptions): string {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, options);
    case 'paragraph':
      return renderParagraph(block, options);
    case 'list':
      return renderList(block, 0, options);
    case 'table':
      return renderTable(block, options, (content) => renderContent(content, 0, options));
    case 'figure': {
      const caption = block.caption
        ? `<figcaption>${renderInlines(block.caption, options.idPrefix, options.mark)}</figcaption>`
        : '';
      return `<figure>${renderPicture(block.placement, options)}${caption}</figure>`;
    }
    case 'logos':
      return renderLogos(block, options);
    case 'signatures':
      return renderSignatures(block, options);
    case 'notice':
      return renderNotice(block, options);
    case 'drawing': {
      // It scrolls by itself on a small screen, and so has to be reachable with the keyboard.
      const caption = block.caption
        ? `<figcaption>${renderInlines(block.caption, options.idPrefix, options.mark)}</figcaption>`
        : '';
      return `<figure class="drawing" tabindex="0">${renderDrawing(block.drawing, block.alt)}${caption}</figure>`;
    }
    case 'contents':
      return renderContents(block, options);
    case 'pageBreak':
      return '<div class="page-break"></div>';
    default:
      return assertNever(block);
  }
}

/** Links to the headings; a page on a screen has no page numbers. */
function renderContents({ title, entries }: Contents, { idPrefix }: BlocksOptions): string {
  const items = entries.map(({ target, label, content }) => {
    const number = label === undefined ? '' : `<span class="number">${escapeHtml(label)}</span> `;
    const words = escapeHtml(inlineText(content));
    return `<li><a href="#${escapeHtml(idPrefix + target)}"${directionOf(content)}>${number}${words}</a></li>`;
  });
  const name = escapeHtml(title);
  return `<nav class="contents" aria-label="${name}"><p class="contents-title">${name}</p><ul>${items.join('')}</ul></nav>`;
}

function idOf(anchor: string | undefined, { idPrefix }: BlocksOptions): string {
  return anchor === undefined ? '' : ` id="${escapeHtml(idPrefix + anchor)}"`;
}

function renderHeading(heading: Heading, options: BlocksOptions): string {
  const { level, number, anchor, content } = heading;
  const tag = `h${Math.min(6, (options.titleLevel ?? 1) + level)}`;
  const name = level === 0 ? ' class="title"' : '';
  return `<${tag}${name}${idOf(anchor, options)}${directionOf(content)}>${renderNumber(number)}${renderInlines(content, options.idPrefix, options.mark)}</${tag}>`;
}

function renderParagraph(paragraph: Paragraph, options: BlocksOptions): string {
  const { style, number, anchor, content, keepWithNext } = paragraph;
  return `<p class="${style}${keepWithNext ? ' keep' : ''}${number ? ' numbered' : ''}"${idOf(anchor, options)}${directionOf(content)}>${renderNumber(number)}${renderInlines(content, options.idPrefix, options.mark)}</p>`;
}

function renderContent(
  content: readonly (Paragraph | List)[],
  depth: number,
  options: BlocksOptions,
): string {
  return content
    .map((each) =>
      each.kind === 'list' ? renderList(each, depth, options) : renderParagraph(each, options),
    )
    .join('');
}

function renderList(list: List, depth: number, options: BlocksOptions): string {
  const items = list.items
    .map((item) => `<li>${renderContent(item.content, depth + 1, options)}</li>`)
    .join('');
  if (list.marker === 'decimal') return `<ol start="${list.start}">${items}</ol>`;
  return `<ul class="${depth % 2 === 0 ? 'dots' : 'dashes'}">${items}</ul>`;
}

function millimetres(length: number): string {
  return `${Math.round(Math.max(0, length) * 100) / 100}mm`;
}

function renderPicture(placement: Placement, options: BlocksOptions, style = ''): string {
  const { picture, alt, widthMm, heightMm } = placement;
  const pixels = options.pictures?.get(picture);
  const label = escapeHtml(alt);
  if (!pixels) return `<span class="picture" role="img" aria-label="${label}"></span>`;
  const size = `style="${style}width:${widthMm}mm;aspect-ratio:${widthMm}/${heightMm}"`;
  return `<img alt="${label}" ${size} src="data:image/png;base64,${base64(pixels.png)}">`;
}

function renderLogos(logos: Logos, options: BlocksOptions): string {
  const rows = logos.rows.map((row) => {
    let end = 0;
    const pictures = row.map((each, index) => {
      const left = each.xMm === undefined ? (index ? logos.gapMm : 0) : each.xMm - end;
      end += left + each.widthMm;
      return renderPicture(each, options, `margin-inline-start:${millimetres(left)};`);
    });
    return `<div class="logo-row">${pictures.join('')}</div>`;
  });
  const ribbon = logos.ribbon ? renderDrawing(logos.ribbon) : '';
  return `<div class="logos">${rows.join('')}${ribbon}</div>`;
}

function renderSignatures(signatures: Signatures, options: BlocksOptions): string {
  const blocks = signatures.blocks.map(({ organisation, accent, fields }) => {
    const color = options.partners?.[accent]?.ink;
    const style = color ? ` style="border-color:${escapeHtml(color)}"` : '';
    const lines = fields.map(
      ({ label, value, purpose }) =>
        `<div class="${purpose}"><dt>${escapeHtml(label)}</dt> <dd${value === undefined ? ' class="blank"' : ''}>${escapeHtml(value ?? '')}</dd></div>`,
    );
    return `<div class="signature"${style}><p class="organisation"${directionOf(organisation)}>${renderInlines(organisation, options.idPrefix, options.mark)}</p><dl>${lines.join('')}</dl></div>`;
  });
  return `<div class="signatures columns-${signatures.columns}">${blocks.join('')}</div>`;
}

function renderNotice(notice: Notice, options: BlocksOptions): string {
  const items = notice.items.map(
    (item) => `<li>${renderInlines(item, options.idPrefix, options.mark)}</li>`,
  );
  const list = items.length ? `<ul>${items.join('')}</ul>` : '';
  return `<div class="notice ${notice.style}" role="note"><p class="notice-title">${escapeHtml(notice.title)}</p>${list}</div>`;
}
