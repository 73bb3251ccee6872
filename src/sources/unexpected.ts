// Signs that stand where YAML expects the end of a value.
// One family of faults for explain.ts; tries the others before it gives up.
// One of the explanations that explain.ts chooses from; reads tokens, changes nothing.

import { type Fault, fault, shown } from './fault.ts';
import { misplacedLine } from './indentation.ts';
import { keyLine } from './keys.ts';
import { lineEnd, lineStart, quoted, quoteEdits, trimEnd } from './lines.ts';
import { textAfterQuote } from './quotes.ts';
import { isBlock, isFlow, type ReadErrors, tokensWhere } from './read-errors.ts';
import { specialStart } from './starts.ts';

/** Returns the fault for an unexpected sign at `at`, or `undefined` if it cannot be told. */
export function unexpected(context: ReadErrors, at: number): Fault | undefined {
  const { read, tree } = context;
  const { text } = read;
  const block = tokensWhere(tree, isBlock).find(
    ({ offset }) => offset < at && lineEnd(text, offset) >= at,
  );
  if (block) return blockStart(text, block.offset, at);
  if (text[at] === ',') {
    return fault(
      'yaml/extra-comma',
      at,
      at + 1,
      'There is a comma with nothing before it.',
      'Delete the comma.',
      [{ start: at, end: at + 1, text: '' }],
    );
  }
  const before = text.slice(lineStart(text, at), at);
  if ((text[at] === '[' || text[at] === '{') && read.inFlow(at)) return bracketInText(text, at);
  if (text[at] === '-' && /:[ \t]+$/.test(before)) return listOnKeyLine(text, at);
  if (text[at] === ']' || text[at] === '}') {
    return fault(
      'yaml/stray-bracket',
      at,
      at + 1,
      `The \`${text[at]}\` closes nothing that is open.`,
      'Delete it; if it belongs to a text, put the text in quotes.',
      [{ start: at, end: at + 1, text: '' }],
    );
  }
  const explained = textAfterQuote(context, at) ?? textAfterSign(context, at);
  if (explained || before.trim() !== '') return explained;
  return misplacedLine(context, at, true) ?? keyLine(context, at);
}

/** `[x] done` and `*important* note`: the first sign made YAML read something else than text. */
function textAfterSign({ read, tree }: ReadErrors, at: number): Fault | undefined {
  const { text } = read;
  const from = lineStart(text, at);
  const flow = tokensWhere(tree, isFlow).find((token) => {
    const close = token.end[0];
    return (
      close &&
      close.offset >= from &&
      text.slice(close.offset + 1, at).trim() === '' &&
      close.offset < at
    );
  });
  if (flow && flow.offset >= from) return specialStart(read, flow.offset);
  const mark = /(?:^|[\s,[{])([*&!][^\s,[\]{}]*)[ \t]*$/.exec(text.slice(from, at));
  return mark ? specialStart(read, from + mark.index + mark[0].indexOf(mark[1]!)) : undefined;
}

/** `{ name: Room [2] }`: between braces a bracket starts a list, also inside a text. */
function bracketInText(text: string, at: number): Fault | undefined {
  const from = lineStart(text, at);
  const lead = /[^,{}[\]]*$/.exec(text.slice(from, at))![0];
  const value = lead.slice(lead.lastIndexOf(': ') < 0 ? 0 : lead.lastIndexOf(': ') + 2).trimStart();
  const start = at - value.length;
  const stop = lineEnd(text, at);
  const end = trimEnd(text, at + 1, at + 1 + /^[^,}]*/.exec(text.slice(at + 1, stop))![0].length);
  return fault(
    'yaml/special-start',
    at,
    at + 1,
    `${shown(text.slice(start, end))} contains ${text[at]}, which means something special in YAML.`,
    `If it is text, put it in quotes: ${quoted(text.slice(start, end))}.`,
    quoteEdits(text, start, end),
  );
}

/** `a: | text`: text on the line of the sign that says it starts on the next. */
function blockStart(text: string, start: number, at: number): Fault {
  const stop = lineEnd(text, start);
  const sign = text[start]!;
  const key = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(lineStart(text, start), start))![0].length;
  const rest = text.slice(start + 1, stop).trim();
  return fault(
    'yaml/block-text-start',
    at,
    stop,
    `After \`${sign}\` the text starts on the next line, so ${shown(text.slice(at, stop))} is not read.`,
    `Move it to the next line, indented; if the \`${sign}\` belongs to the text, put the text in quotes.`,
    [{ start, end: stop, text: `${sign}\n${' '.repeat(key + 2)}${rest}` }],
  );
}

function listOnKeyLine(text: string, at: number): Fault {
  const column = at - lineStart(text, at);
  const stop = lineEnd(text, at);
  return fault(
    'yaml/list-on-key-line',
    at,
    stop,
    `The list starts on the line of its key with ${shown(text.slice(at, stop))}.`,
    'Start the list on the next line; if it is a text, put it in quotes.',
    [{ start: at, end: at, text: `\n${' '.repeat(column)}` }],
  );
}
