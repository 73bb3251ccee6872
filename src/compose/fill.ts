// Fills the typed nodes of a template with an agreement: one round. What turns out to be missing
// is left out together with its words. compose.ts decides whether another round is needed.

import type { Path } from '../base/source.ts';
import type { DocumentInline, DocumentNode } from '../model/document.ts';
import { holds, itemsOf } from './conditions.ts';
import { print, printBlocks, referTo } from './evaluate.ts';
import { type Filling, find } from './filling.ts';
import type { AttributeValue, Expression, TagNode, TemplateNode } from './template.ts';

/** Calls `visit` for every node that is there for this agreement, through blocks and loops. */
export function visitNodes(
  nodes: readonly TemplateNode[],
  filling: Filling,
  visit: (node: Extract<TemplateNode, { kind: 'words' | 'value' | 'tag' }>) => void,
): void {
  for (const node of nodes) {
    if (node.kind === 'when') {
      const chosen = holds(node.test, filling) !== node.absent ? node.content : node.otherwise;
      visitNodes(chosen, filling, visit);
    } else if (node.kind === 'each') {
      const items = itemsOf(node.list, filling);
      for (const { found, key } of items) {
        filling.slots[node.slot] = found;
        if (node.keySlot !== undefined) filling.slots[node.keySlot] = key;
        visitNodes(node.content, filling, visit);
      }
      if (items.length === 0) visitNodes(node.otherwise, filling, visit);
    } else visit(node);
  }
}

/** Fills what stands on one line; `undefined` when it refers to something that is not there. */
export function fillLine(
  nodes: readonly TemplateNode[],
  filling: Filling,
): readonly DocumentInline[] | undefined {
  const line = new LineBuilder();
  visitNodes(nodes, filling, (node) => line.take(node, filling));
  return line.finish();
}

/** Fills paragraphs, lists and prose; text that stands loose becomes a paragraph. */
export function fillFlow(
  nodes: readonly TemplateNode[],
  filling: Filling,
): readonly DocumentNode[] {
  const content: DocumentNode[] = [];
  let line = new LineBuilder();
  const flush = (): void => {
    if (line.isEmpty()) return;
    const inlines = line.finish();
    if (inlines?.length) content.push({ kind: 'paragraph', style: 'plain', content: inlines });
    line = new LineBuilder();
  };
  visitNodes(nodes, filling, (node) => {
    const blocks = node.kind === 'value' ? printBlocks(node.expression, filling) : undefined;
    if (blocks) {
      flush();
      content.push(...blocks);
    } else if (node.kind === 'tag' && !isInlineTag(node)) {
      flush();
      const filled = filling.fillTag(node, filling);
      if (filled) content.push(filled);
    } else line.take(node, filling);
  });
  flush();
  return content;
}

const inlineTags: ReadonlySet<string> = new Set(['strong', 'em', 'term', 'phrase', 'ref', 'br']);

function isInlineTag(node: TagNode): boolean {
  return inlineTags.has(node.tag);
}

/** Puts a line together, with single spaces between the template's words. */
class LineBuilder {
  readonly #content: DocumentInline[] = [];
  #gone = false;

  take(node: Extract<TemplateNode, { kind: 'words' | 'value' | 'tag' }>, filling: Filling): void {
    if (node.kind === 'words') this.#words(node.text);
    else if (node.kind === 'value') this.#add(print(node.expression, filling) ?? []);
    else this.#tag(node, filling);
  }

  #words(text: string): void {
    const last = this.#content[this.#content.length - 1];
    const spaced =
      !last ||
      last.kind === 'break' ||
      (last.kind === 'text' && !last.from && last.text.endsWith(' '));
    const rest = spaced && text.startsWith(' ') ? text.slice(1) : text;
    if (rest) this.#content.push({ kind: 'text', text: rest });
  }

  #add(content: readonly DocumentInline[]): void {
    for (const inline of content) this.#content.push(inline);
  }

  #tag(node: TagNode, filling: Filling): void {
    if (node.tag === 'br') this.#content.push({ kind: 'break' });
    else if (node.tag === 'ref') {
      const reference = referTo(wordOf(node, 'to')!, filling);
      if (reference) this.#add(reference);
      else this.#gone = true;
    } else {
      const inner = fillLine(node.content, filling);
      if (inner) this.#add(marked(inner, node.tag));
      // Only a <phrase> takes what is gone with it; other tags hand it to what is around them.
      else if (node.tag !== 'phrase') this.#gone = true;
    }
  }

  /** Returns true when nothing was taken that could be seen or missed. */
  isEmpty(): boolean {
    return !this.#gone && this.#content.length === 0;
  }

  /**
   * Returns the line without blanks of the template at its ends, or `undefined` when it is gone. Nothing
   * is taken afterwards.
   */
  finish(): readonly DocumentInline[] | undefined {
    if (this.#gone) return undefined;
    const content = this.#content;
    while (content.length) {
      const last = content[content.length - 1]!;
      if (last.kind === 'text' && !last.from) {
        const text = last.text.trimEnd();
        if (text === last.text) break;
        content.pop();
        if (!text) continue;
        content.push({ ...last, text });
      } else if (last.kind === 'break') {
        content.pop();
        continue;
      }
      break;
    }
    return content;
  }
}

function marked(content: readonly DocumentInline[], tag: string): readonly DocumentInline[] {
  if (tag === 'phrase') return content;
  const mark = tag === 'em' ? { emphasis: true as const } : { strong: true as const };
  return content.map((inline) => {
    if (inline.kind === 'text') return { ...inline, ...mark };
    if (inline.kind !== 'link') return inline;
    return { ...inline, content: inline.content.map((run) => ({ ...run, ...mark })) };
  });
}

/** Returns an attribute that is a word. */
export function wordOf(node: TagNode, name: string): string | undefined {
  const value: AttributeValue | undefined = node.attributes.get(name);
  return value?.kind === 'word' ? value.word : undefined;
}

/** Returns the phrase that an attribute names, as words of the template. */
export function wordsOf(node: TagNode, name: string, filling: Filling): readonly DocumentInline[] {
  const key = wordOf(node, name);
  return key === undefined ? [] : [{ kind: 'text', text: filling.wording.words(key) }];
}

/** Returns the expressions of an attribute that holds paths. */
export function expressionsOf(node: TagNode, name: string): readonly Expression[] {
  const value: AttributeValue | undefined = node.attributes.get(name);
  return value?.kind === 'expressions' ? value.expressions : [];
}

/** Returns the paths that an attribute names, and whether a value stands at any of them. */
export function pathsOf(
  node: TagNode,
  name: string,
  filling: Filling,
): { readonly paths: readonly Path[]; readonly present: boolean } {
  const expressions = expressionsOf(node, name);
  const paths: Path[] = [];
  let present = expressions.length === 0;
  for (const each of expressions) {
    if (each.kind === 'path') paths.push(find(each, filling).path);
    present ||= holds(each, filling);
  }
  return { paths, present };
}
