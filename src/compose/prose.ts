// A prose field becomes paragraphs, lists, emphasis and links; every other character of it stays
// what it is. Part of filling a template; reports nothing.

import type { Token } from 'markdown-it';
import type { Path } from '../base/source.ts';
import type {
  DocumentInline,
  DocumentList,
  DocumentNode,
  DocumentText,
} from '../model/document.ts';
import { parseProse } from '../model/prose-parser.ts';

/** How prose is read: in an address every line end is a line break. */
export interface ProseOptions {
  readonly from: Path;
  readonly keepLines?: true;
}

/** One paragraph without a sign that could mean anything: most prose is no more than that. */
const plain = /^(?![\d+-])[^\n\r\t\0*_\\`[\]<{]+$/;

/** Returns the nodes of a prose text. */
export function proseNodes(text: string, options: ProseOptions): readonly DocumentNode[] {
  if (plain.test(text) && text.trim() === text) {
    const content = [{ kind: 'text', text, from: options.from } as const];
    return [{ kind: 'paragraph', style: 'plain', content }];
  }
  const tokens = parseProse(text);
  return readBlocks({ tokens, at: 0 }, options);
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** Reads blocks up to the token that closes what they stand in. */
function readBlocks(cursor: Cursor, options: ProseOptions): readonly DocumentNode[] {
  const nodes: DocumentNode[] = [];
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at]!;
    if (token.type === 'list_item_close') break;
    cursor.at += 1;
    if (token.type === 'inline') {
      const content = readInlines(token.children ?? [], options);
      nodes.push({ kind: 'paragraph', style: 'plain', content });
    } else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      nodes.push(readList(cursor, token, options));
    }
  }
  return nodes;
}

function readList(cursor: Cursor, open: Token, options: ProseOptions): DocumentList {
  const items: (readonly DocumentNode[])[] = [];
  const close = open.type.replace('_open', '_close');
  while (cursor.tokens[cursor.at]!.type !== close) {
    cursor.at += 1; // list_item_open
    items.push(readBlocks(cursor, options));
    cursor.at += 1; // list_item_close
  }
  cursor.at += 1;
  const ordered = open.type === 'ordered_list_open';
  const start = ordered ? Number(open.attrGet('start') ?? 1) : 1;
  return { kind: 'list', marker: ordered ? 'decimal' : 'bullet', start, items };
}

function readInlines(
  tokens: readonly Token[],
  { from, keepLines }: ProseOptions,
): readonly DocumentInline[] {
  const content: DocumentInline[] = [];
  let strong = 0;
  let emphasis = 0;
  let link: { href: string; content: DocumentText[] } | undefined;
  const add = (text: string): void => {
    if (!text) return;
    const runs: DocumentInline[] | DocumentText[] = link ? link.content : content;
    const marks = {
      ...(strong > 0 ? { strong: true as const } : {}),
      ...(emphasis > 0 ? { emphasis: true as const } : {}),
    };
    const last = runs[runs.length - 1];
    if (last?.kind === 'text' && !last.strong === !strong && !last.emphasis === !emphasis) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push({ kind: 'text', text, ...marks, from });
  };
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        add(token.content);
        break;
      case 'strong_open':
        strong += 1;
        break;
      case 'strong_close':
        strong -= 1;
        break;
      case 'em_open':
        emphasis += 1;
        break;
      case 'em_close':
        emphasis -= 1;
        break;
      case 'link_open':
        link = { href: String(token.attrGet('href')), content: [] };
        break;
      case 'link_close':
        if (link) content.push({ kind: 'link', href: link.href, content: link.content, from });
        link = undefined;
        break;
      case 'hardbreak':
        // Inside a label a break would split the link, so it is a space there.
        if (link) add(' ');
        else content.push({ kind: 'break' });
        break;
      case 'softbreak':
        if (keepLines && !link) content.push({ kind: 'break' });
        else add(' ');
        break;
      default:
        add(token.content);
    }
  }
  return content;
}
