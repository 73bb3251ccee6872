// References to partners that there are not: collected, and each word reported once with the lines
// where it stands, because a slip in the partner's own key would show at every reference.
// Words the fault; what is a reference is known by the readers of values.

import { type Path, positionAt, type Span } from '../base/source.ts';
import type { Context } from './context.ts';
import { listed, shown } from './words.ts';

/** The references of one spec that lead nowhere. */
export interface UnknownPartners {
  readonly add: Context['unknownPartner'];
  /** Reports each word at the first place where it stands. */
  report(report: Context['report']): void;
}

interface Reference {
  readonly span: Span;
  readonly path: Path;
  readonly hint: string;
}

/** Starts with none. */
export function unknownPartners(): UnknownPartners {
  const byWord = new Map<string, { readonly word: string; readonly references: Reference[] }>();
  return {
    add: (word, span, path, hint) => {
      const key = `${span.source.name}\n${word}`;
      const known = byWord.get(key)?.references ?? [];
      byWord.set(key, { word, references: known });
      // A value that `*` repeats is read again at the same place.
      if (known.every((each) => each.span.start !== span.start)) known.push({ span, path, hint });
    },
    report: (report) => {
      for (const { word, references } of byWord.values()) {
        const [{ span, path, hint }] = references as [Reference];
        const lines = [
          ...new Set(references.map((each) => positionAt(each.span.source, each.span.start).line)),
        ];
        const more = lines.slice(1).map(String);
        const again =
          more.length === 0
            ? ''
            : `; it stands in ${more.length === 1 ? 'line' : 'lines'} ${listed(more, 5)} too`;
        const message = `No partner has the key ${shown(word)}${again}.`;
        report('schema/unknown-partner', span, path, message, hint);
      }
    },
  };
}
