// Semantic inlines become the inlines of blocks: references get their labels, line feeds inside a
// value become breaks, fixed words their language. Every character stays.

import { assertNever, InternalError } from '../base/errors.ts';
import type { Inline, TextRun } from '../model/block.ts';
import type { DocumentInline, DocumentText } from '../model/document.ts';

/** What inlines need to know of their document. */
export interface InlineContext {
  readonly references: ReadonlyMap<string, string>;
  /** The language of the fixed words, where it differs from the paper's. */
  readonly wordsLanguage?: string;
}

/** Lowers the content of a paragraph. */
export function lowerInlines(
  content: readonly DocumentInline[],
  context: InlineContext,
): readonly Inline[] {
  const inlines: Inline[] = [];
  for (const inline of content) {
    switch (inline.kind) {
      case 'text':
        lowerText(inline, context, inlines);
        break;
      case 'link':
        inlines.push({
          kind: 'link',
          href: inline.href,
          content: inline.content.map((run) => lowerRun(run, run.text, context)),
        });
        break;
      case 'reference': {
        const label = context.references.get(inline.to);
        if (label === undefined) throw new InternalError(`No label for the anchor ${inline.to}.`);
        inlines.push({ kind: 'reference', target: inline.to, label });
        break;
      }
      case 'break':
        inlines.push(inline);
        break;
      default:
        assertNever(inline);
    }
  }
  return inlines;
}

function lowerText(text: DocumentText, context: InlineContext, inlines: Inline[]): void {
  if (!text.text.includes('\n')) {
    inlines.push(lowerRun(text, text.text, context));
    return;
  }
  text.text.split('\n').forEach((line, index) => {
    if (index > 0) inlines.push({ kind: 'break' });
    if (line) inlines.push(lowerRun(text, line, context));
  });
}

/** A longer value is broken over lines like any other text. */
const longestUnbroken = 40;

function lowerRun(run: DocumentText, text: string, context: InlineContext): TextRun {
  const lowered: { -readonly [Key in keyof TextRun]: TextRun[Key] } = { kind: 'text', text };
  if (run.strong) lowered.strong = true;
  if (run.emphasis) lowered.emphasis = true;
  if (run.unbroken && text.length <= longestUnbroken && text.includes(' ')) lowered.unbroken = true;
  if (!run.from && context.wordsLanguage) lowered.lang = context.wordsLanguage;
  return lowered;
}
