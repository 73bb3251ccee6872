// markdown-it with the few constructs that prose may use: paragraphs, lists, emphasis, links and
// hard breaks. Everything else must stay literal, so rules that would drop or change characters
// are off or replaced here. Knows nothing of agreements.

import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { keep } from '../base/kept.ts';
import { type ProseSpans, proseSpans } from './prose-spans.ts';

/** How deep lists go: Word numbers nine levels. A marker below that is text. */
export const listLevels = 9;

const parser = new MarkdownIt('zero', { html: false, linkify: false, typographer: false });
// Lists are cut off by `listLevels` long before; below this limit markdown-it would drop text.
parser.set({ maxNesting: 100 });
parser.block.ruler.enableOnly(['list']);
const readList = parser.block.ruler.getRules('')[0]!;
parser.block.ruler.enable(['paragraph']);
parser.block.ruler.at('list', listRule, { alt: ['paragraph'] });
parser.block.ruler.before('list', 'not-a-list', endsList, { alt: ['list'] });
parser.inline.ruler.enable(['newline', 'emphasis']);
parser.inline.ruler2.enable(['emphasis']);
parser.inline.ruler.before('emphasis', 'prose', spanRule);

/** Half of the texts whose tokens are kept: much of what one agreement says, others say too. */
const textsKept = 100;
/** The tokens of a longer text would fill too much memory, in UTF-16 units. */
const longestKept = 2_000;
const keptTokens = keep<readonly Token[]>(textsKept);

/** Returns the tokens of a prose text; they are shared, so nobody may change them. */
export function parseProse(text: string): readonly Token[] {
  const known = keptTokens.get(text);
  if (known) return known;
  // One blank line says as much as several, but markdown-it ends a list at an empty item before two.
  const tokens = parser.parse(text.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n'), {});
  if (text.length <= longestKept) keptTokens.set(text, tokens);
  return tokens;
}

/** A list opens where CommonMark says, but not with `1)`, four digits, a rule or below nine levels. */
function listRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.level >= listLevels * 2 || isNoMarker(lineOf(state, start))) return false;
  return readList(state, start, end, silent);
}

/** Ends a list before a line that only looks like its next item; such a line is text. */
function endsList(state: StateBlock, start: number, _end: number, silent: boolean): boolean {
  return silent && isNoMarker(lineOf(state, start));
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
}

/** Returns true for what CommonMark reads as an item or a rule, and this format as text. */
function isNoMarker(line: string): boolean {
  return (
    /^\d+\)(?:[ \t]|$)|^\d{4,}\./.test(line) ||
    /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line)
  );
}

const spansOf = new WeakMap<StateInline, ProseSpans>();

function spanRule(state: StateInline, silent: boolean): boolean {
  let spans = spansOf.get(state);
  if (!spans) {
    spans = proseSpans(state.src);
    spansOf.set(state, spans);
  }
  if (isHardBreak(state)) {
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos += 2;
    while (state.src[state.pos] === ' ' || state.src[state.pos] === '\t') state.pos += 1;
    return true;
  }
  const span = spans.at.get(state.pos);
  if (!span) return false;
  const { src, posMax } = state;
  if (!silent) {
    if (span.kind === 'escape') state.pending += src[span.start + 1];
    else if (span.kind === 'literal') {
      state.pending += src.slice(span.start, span.end).replace(/[ \t]*\n[ \t]*/g, ' ');
    } else {
      state.push('link_open', 'a', 1).attrs = [['href', span.href]];
      if (span.kind === 'address') state.push('text', '', 0).content = span.href;
      else {
        state.pos = span.start + 1;
        state.posMax = span.labelEnd;
        state.md.inline.tokenize(state);
        state.posMax = posMax;
      }
      state.push('link_close', 'a', -1);
    }
  }
  state.pos = span.end;
  return true;
}

function isHardBreak({ src, pos }: StateInline): boolean {
  return src[pos] === '\\' && src[pos + 1] === '\n';
}
