// What stands inside a paragraph, as HTML. Part of rendering blocks.
// Everything that comes from a paper is escaped on its way in.

import { assertNever } from '../../base/errors.ts';
import type { Inline, NumberLabel, TextRun } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import { escapeHtml, hasRightToLeft } from './escape.ts';

/** Returns the HTML of inlines; `idPrefix` keeps anchors of several papers apart, `mark` is set off. */
export function renderInlines(content: readonly Inline[], idPrefix: string, mark?: string): string {
  return content.map((inline) => renderInline(inline, idPrefix, mark)).join('');
}

function renderInline(inline: Inline, idPrefix: string, mark: string | undefined): string {
  switch (inline.kind) {
    case 'text':
      return renderRun(inline, mark);
    case 'link': {
      const label = inline.content.map((run) => renderRun(run, mark)).join('');
      return `<a href="${escapeHtml(inline.href)}" rel="noreferrer">${label}</a>`;
    }
    case 'reference':
      return `<a class="reference" href="#${escapeHtml(idPrefix + inline.target)}">${escapeHtml(inline.label)}</a>`;
    case 'break':
      return '<br>';
    default:
      return assertNever(inline);
  }
}

function renderRun(run: TextRun, mark: string | undefined): string {
  let html = mark
    ? run.text
        .split(mark)
        .map(escapeHtml)
        .join(`<mark>${escapeHtml(mark)}</mark>`)
    : escapeHtml(run.text);
  if (run.emphasis) html = `<em>${html}</em>`;
  if (run.strong) html = `<strong>${html}</strong>`;
  if (run.unbroken) html = `<span class="unbroken">${html}</span>`;
  return run.lang ? `<span lang="${escapeHtml(run.lang)}">${html}</span>` : html;
}

/** Returns the computed number of a block, with a space after it. */
export function renderNumber(number: NumberLabel | undefined): string {
  return number ? `<span class="number">${escapeHtml(number.label)}</span> ` : '';
}

/** Returns the attribute that lets text choose its direction, where it may run to the left. */
export function directionOf(content: readonly Inline[]): string {
  return hasRightToLeft(inlineText(content)) ? ' dir="auto"' : '';
}
