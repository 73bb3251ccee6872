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
  return content.flatMap((inline): readonly Inline[] => {
    switch (inline.kind) {
      case 'text':
        return lowerText(inline, context);
      case 'link':
        return [
          {
            kind: 'link',
            href: inline.href,
            content: inline.content.map((run) => lowerRun(run, run.text, context)),
          },
        ];
      case 'reference': {
        const label = context.references.get(inline.to);
        if (label === undefined) throw new InternalError(`No label for the anchor ${inline.to}.`);
        return [{ kind: 'reference', target: inline.to, label }];
      }
      case 'break':
        return [inline];
      default:
        return assertNever(inline);
    }
  });
}

function lowerText(text: DocumentText, context: InlineContext): readonly Inline[] {
  if (!text.text.includes('\n')) return [lowerRun(text, text.text, context)];
  const lines = text.text.split('\n');
  return lines.flatMap((line, index): readonly Inline[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...(line ? [lowerRun(text, line, context)] : []),
  ]);
}

/** A longer value is broken over lines like any other text. */
const longestUnbroken = 40;

function lowerRun(run: DocumentText, text: string, context: InlineContext): TextRun {
  return {
    kind: 'text',
    text,
    ...(run.strong ? { strong: true } : {}),
    ...(run.emphasis ? { emphasis: true } : {}),
    ...(run.unbroken && text.includes(' ') && text.length <= longestUnbroken
      ? { unbroken: true }
      : {}),
    ...(!run.from && context.wordsLanguage ? { lang: context.wordsLanguage } : {}),
  };
}
