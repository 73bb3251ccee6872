// The YAML library's errors in words for people who do not know YAML. Chooses by the library's
// error code and by looking at the text there, never by the library's English.

import type { YAMLError } from 'yaml';
import { unclosedBracket } from './brackets.ts';
import { type Fault, fault, shown } from './fault.ts';
import { misplacedLine, tabs } from './indentation.ts';
import { keyLine, nestedKey, splitKey } from './keys.ts';
import { lineEnd, lineOf, lineStart, nextContentLine } from './lines.ts';
import { withoutDash } from './missing-dashes.ts';
import { unclosedQuote } from './quotes.ts';
import { isBlock, isQuoted, type ReadErrors, tokensWhere } from './read-errors.ts';
import { specialStart } from './starts.ts';
import { tagFault } from './tags.ts';
import { unexpected } from './unexpected.ts';

/** Returns the fault behind the first of the errors. */
export function explain(context: ReadErrors): Fault {
  const { read, errors } = context;
  const error = errors[0]!;
  const from = lineStart(read.text, error.pos[0]);
  const to = lineEnd(read.text, error.pos[0]);
  const tabbed = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabbed.some(({ pos }) => pos[0] >= from && pos[0] <= to)) {
    return tabs(
      read,
      tabbed.map(({ pos }) => pos[0]),
    );
  }
  const tabbedLines = tabbedFrom(context, from);
  if (tabbedLines.length > 0) return tabs(read, tabbedLines);
  return withoutDash(read.text, error.pos[0]) ?? byCode(context, error) ?? syntax(context, error);
}

/** Lines that start with a tab, when the line at `from` or the next one does: the library may not say so. */
function tabbedFrom({ read, tree }: ReadErrors, from: number): readonly number[] {
  const { text } = read;
  const next = nextContentLine(text, from);
  if (![from, next].some((at) => at !== undefined && /^ *\t/.test(lineOf(text, at)))) return [];
  const texts = [...tokensWhere(tree, isBlock), ...tokensWhere(tree, isQuoted)];
  return [...text.matchAll(/^ *\t(?=[ \t]*\S)/gm)]
    .map((match) => match.index)
    .filter(
      (at) => !texts.some((token) => at > token.offset && at < token.offset + token.source.length),
    );
}

function byCode(context: ReadErrors, error: YAMLError): Fault | undefined {
  const { read } = context;
  const [start, end] = error.pos;
  switch (error.code) {
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return specialStart(read, start);
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return read.text[start] === '!' ? tagFault(read, start) : undefined;
    case 'BAD_DQ_ESCAPE':
      return badEscape(read.text, start);
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return nestedKey(context, start, end);
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
    case 'NON_STRING_KEY':
      return splitKey(context, start, end);
    case 'BAD_INDENT':
      return unclosedBracket(context, start) ?? misplacedLine(context, start);
    case 'MISSING_CHAR':
      return unclosedQuote(context, start) ?? missing(context, start);
    case 'UNEXPECTED_TOKEN':
      return unexpected(context, start);
    default:
      return undefined;
  }
}

function missing(context: ReadErrors, start: number): Fault | undefined {
  const { read } = context;
  const { text } = read;
  if (text[start] === '#') {
    return fault(
      'yaml/text-after-quote',
      start,
      start + 1,
      'A comment starts right after a text.',
      'Put a space before the #.',
      [{ start, end: start, text: ' ' }],
    );
  }
  const bracket = unclosedBracket(context, start, true);
  if (bracket) return bracket;
  if (read.inFlow(start)) {
    return fault(
      'yaml/missing-comma',
      start,
      start + 1,
      `Before ${shown(text.slice(start, lineEnd(text, start)))} a comma is missing.`,
      'Put a comma between two items.',
      [{ start, end: start, text: ', ' }],
    );
  }
  const mark = /[&!][^\s,[\]{}]*$/.exec(text.slice(lineStart(text, start), start));
  if (mark) return specialStart(read, start - mark[0].length);
  return text[start] === ' ' || text[start] === '\n'
    ? misplacedLine(context, start)
    : keyLine(context, start);
}

function badEscape(text: string, start: number): Fault {
  const found = text.slice(start, start + 2);
  return fault(
    'yaml/bad-escape',
    start,
    start + 2,
    `Between double quotes \`${found}\` means something special that YAML does not know.`,
    'Use single quotes around the text, or write the backslash twice.',
    [{ start, end: start, text: '\\' }],
  );
}

/** The last resort: hides the line, so that the rest can be read. */
function syntax({ read }: ReadErrors, error: YAMLError): Fault {
  const start = Math.min(error.pos[0], Math.max(0, read.text.length - 1));
  return {
    ...fault(
      'yaml/syntax',
      start,
      Math.max(start + 1, Math.min(error.pos[1], lineEnd(read.text, start))),
      `${shown(lineOf(read.text, start)) || 'This line'} cannot be read as YAML.`,
      'Check quotes, brackets and spaces here and in the line above.',
      [hideLine(read.text, start)],
    ),
    guess: true,
  };
}

/** Returns the edit that makes a comment of a line. */
export function hideLine(text: string, at: number): { start: number; end: number; text: string } {
  const start = lineStart(text, at);
  return { start, end: lineEnd(text, at), text: '' };
}
