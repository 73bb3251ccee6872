// Text to the YAML library's document, with the limits watched while the text is read: nesting,
// size, orders to the reader, several documents. Adds no meaning to keys and words no errors.

import { Composer, CST, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import { maxDepth, maxTokens } from './limits.ts';

/** A reason to stop reading at once. */
export interface Stop {
  readonly code:
    | 'yaml/directive'
    | 'yaml/several-documents'
    | 'yaml/too-deep'
    | 'yaml/too-large'
    | 'yaml/version';
  readonly start: number;
  readonly end: number;
}

/** What the YAML library made of a text. */
export interface Parsed {
  readonly document?: Document.Parsed;
  /** The library's errors by position. */
  readonly errors: readonly YAMLError[];
  /** The tags (`!name`) in the text, by position. */
  readonly tags: readonly CST.SourceToken[];
  /** The tokens of the document, for explaining errors. */
  readonly tree?: CST.Document;
  readonly stop?: Stop;
}

/** Parses YAML 1.2; never throws, and stops early at what no spec needs. */
export function parseYaml(text: string): Parsed {
  const { tokens, tree, stop } = readTokens(text);
  if (stop) return { errors: [], tags: [], stop };
  // Keys are compared by convert.ts: the library's own comparison is quadratic.
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  let document: Document.Parsed | undefined;
  for (const composed of composer.compose(tokens, true, text.length))
    document ??= composed as Document.Parsed;
  const errors = document ? [...document.errors] : [];
  errors.sort((one, other) => one.pos[0] - other.pos[0]);
  const tags = text.includes('!') && tree ? tagsOf(tree) : [];
  return { ...(document ? { document } : {}), errors, tags, ...(tree ? { tree } : {}) };
}

interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly tree?: CST.Document;
  readonly stop?: Stop;
}

function readTokens(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let tree: CST.Document | undefined;
  let stop: Stop | undefined;
  const take = (token: CST.Token): void => {
    if (token.type === 'directive') {
      const version = /^%YAML\s+(\S+)/.exec(token.source)?.[1];
      if (version !== '1.2') {
        const code = version === undefined ? 'yaml/directive' : 'yaml/version';
        stop ??= { code, start: token.offset, end: token.offset + token.source.length };
      }
      return;
    }
    if (token.type === 'document') {
      if (tree) {
        const start = token.offset;
        stop ??= { code: 'yaml/several-documents', start, end: Math.min(start + 3, text.length) };
      }
      tree ??= token;
    }
    tokens.push(token);
  };
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    for (const token of parser.next(lexeme)) take(token);
    if (parser.stack.length > maxDepth && depth(parser.stack) > maxDepth) {
      const start = Math.max(0, parser.offset - 1);
      stop = { code: 'yaml/too-deep', start, end: start + 1 };
    } else if (count > maxTokens) {
      stop ??= { code: 'yaml/too-large', start: 0, end: 0 };
    }
    if (stop) return { tokens, stop };
  }
  for (const token of parser.end()) take(token);
  return { tokens, ...(tree ? { tree } : {}), ...(stop ? { stop } : {}) };
}

function depth(stack: readonly CST.Token[]): number {
  return stack.filter((token) => CST.isCollection(token)).length;
}

/** Collects the tag tokens of a document, by position. */
function tagsOf(tree: CST.Document): CST.SourceToken[] {
  const found: CST.SourceToken[] = [];
  const collect = (tokens: readonly CST.Token[] | undefined): void => {
    for (const token of tokens ?? []) if (token.type === 'tag') found.push(token);
  };
  collect(tree.start);
  visitTokens(tree.value, (token) => {
    if (!CST.isCollection(token)) return;
    for (const item of token.items) {
      collect(item.start);
      collect(item.sep);
    }
  });
  return found.sort((one, other) => one.offset - other.offset);
}

/** Calls `see` for every node of a token tree, parents first. Nesting is limited before. */
export function visitTokens(
  token: CST.Token | null | undefined,
  see: (token: CST.Token) => void,
): void {
  if (!token) return;
  see(token);
  if (!CST.isCollection(token)) return;
  for (const item of token.items) {
    visitTokens(item.key, see);
    visitTokens(item.value, see);
  }
}
