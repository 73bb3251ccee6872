// Handlebars' own parser, asked for its tree only: no compiling, no white-space rewriting.
// Turns its faults into places in the template.

import Handlebars from 'handlebars';
import type { Source } from '../base/source.ts';
import type { TemplatePlace, TemplateReport } from './template-report.ts';

/** Returns the offset of a line (1-based) and column (0-based) as Handlebars counts them. */
function offsetAt(source: Source, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const next = source.text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return Math.min(start + column, source.text.length);
}

/** Returns the place of a node of the tree in its file. */
export function placeOf(
  source: Source,
  node: { readonly loc: hbs.AST.SourceLocation },
): TemplatePlace {
  const { start, end } = node.loc;
  return {
    source,
    start: offsetAt(source, start.line, start.column),
    end: offsetAt(source, end.line, end.column),
  };
}

interface ParserFault {
  readonly loc: {
    readonly first_line: number;
    readonly first_column: number;
    readonly last_line: number;
    readonly last_column: number;
  };
}

/** The parser object that `parseWithoutProcessing` uses; its fault hook tells the place. */
const parser = (Handlebars as unknown as { Parser: { parseError?: unknown } }).Parser;

/** Parses a template file, or reports why that is impossible and returns `undefined`. */
export function parseTemplate(source: Source, report: TemplateReport): hbs.AST.Program | undefined {
  let place: TemplatePlace | undefined;
  // The hook is an own property for this one synchronous call; the parser's prototype has its own.
  parser.parseError = (message: string, fault: Partial<ParserFault>): never => {
    const loc = fault.loc;
    if (loc) {
      const start = offsetAt(source, loc.last_line, loc.last_column);
      place = { source, start, end: start };
    }
    throw new Error(message);
  };
  try {
    return Handlebars.parseWithoutProcessing(source.text);
  } catch (error) {
    const fault = error as { lineNumber?: number; column?: number; message?: string };
    if (fault.lineNumber) {
      const start = offsetAt(source, fault.lineNumber, fault.column ?? 0);
      place = { source, start, end: start };
      report.add(
        'template/syntax',
        place,
        'This block or path does not hold together.',
        'Every `{{#if}}`, `{{#unless}}` and `{{#each}}` is closed by its own name.',
      );
      return undefined;
    }
    report.add(
      'template/syntax',
      place ?? { source, start: 0, end: 0 },
      'These braces are not complete, or a block is left open here.',
      'Write `{{path}}` or `{{#if path}}…{{/if}}`.',
    );
    return undefined;
  } finally {
    delete parser.parseError;
  }
}
