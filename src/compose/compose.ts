// From agreement and template to semantic nodes. Rounds of filling until nothing refers to a clause
// that is not there, and only words that are used are defined. Numbers and looks come later.

import { startsWith } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { AgreementDocument, DocumentInline, DocumentNode } from '../model/document.ts';
import { fillFlow } from './fill.ts';
import { fillTag } from './fill-tags.ts';
import { type Filling, startFilling } from './filling.ts';
import type { Template } from './template.ts';
import { valuesOf } from './values.ts';
import { wordingFor } from './wording.ts';

/** What a document depends on beside agreement and template. */
export interface ComposeContext {
  /** The date of the paper, `YYYY-MM-DD`, in place of the spec's. */
  readonly date?: string;
}

/** Fills a template with an agreement. */
export function compose(
  agreement: Agreement,
  template: Template,
  context: ComposeContext = {},
): AgreementDocument {
  const wording = wordingFor(template, agreement.language ?? 'en-US');
  const date = context.date ?? agreement.date;
  let absent: ReadonlySet<string> = new Set();
  let defined: ReadonlySet<string> | undefined;
  for (;;) {
    const filling = startFilling(template, agreement, wording, {
      absent,
      fillTag,
      ...(defined ? { defined } : {}),
      ...(date ? { date } : {}),
    });
    const nodes = fillFlow(template.nodes, filling);
    const found = inspect(nodes);
    const missing = [...found.references].filter((anchor) => !found.anchors.has(anchor));
    // Each further round leaves more out, so the rounds come to an end.
    const unused = defined ? [] : unusedShortNames(filling, nodes);
    if (missing.length === 0 && unused.length === 0) {
      const { language, wordsLanguage } = wording;
      return {
        language,
        ...(wordsLanguage ? { wordsLanguage } : {}),
        nodes,
        asked: filling.asked,
      };
    }
    absent = new Set([...absent, ...missing]);
    defined ??= new Set(Object.keys(agreement.partners).filter((key) => !unused.includes(key)));
  }
}

/** Returns the partners whose short name the paper would explain but uses nowhere else. */
function unusedShortNames(filling: Filling, nodes: readonly DocumentNode[]): readonly string[] {
  const open = Object.entries(filling.agreement.partners).filter(
    ([key, { short, name }]) =>
      short !== undefined && short !== name && !filling.usedShort.has(key),
  );
  if (open.length === 0) return [];
  const values = nodes.flatMap(valuesOf);
  return open.flatMap(([key, { short }]) => {
    const own = ['partners', key, 'short'];
    const used = values.some(({ from, text }) => text.includes(short!) && !startsWith(from, own));
    return used ? [] : [key];
  });
}

/** Collects the anchors that a document has, and those that it refers to. */
function inspect(nodes: readonly DocumentNode[]): {
  readonly anchors: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
} {
  const anchors = new Set<string>();
  const references = new Set<string>();
  const line = (content: readonly DocumentInline[]): void => {
    for (const inline of content) if (inline.kind === 'reference') references.add(inline.to);
  };
  const walk = (list: readonly DocumentNode[]): void => {
    for (const node of list) {
      switch (node.kind) {
        case 'paragraph':
        case 'title':
          line(node.content);
          break;
        case 'list':
          node.items.forEach(walk);
          break;
        case 'table':
          for (const row of node.rows) for (const cell of row.cells) walk(cell.content);
          break;
        case 'facts':
          for (const fact of node.facts) walk(fact.content);
          break;
        case 'clause':
        case 'section':
        case 'annex':
          if (node.anchor) anchors.add(node.anchor);
          walk(node.content);
          break;
        case 'labelled':
        case 'recital':
          walk(node.content);
          break;
        case 'picture':
        case 'drawing':
        case 'logos':
        case 'signatures':
        case 'notice':
          break;
      }
    }
  };
  walk(nodes);
  return { anchors, references };
}
