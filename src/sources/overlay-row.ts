// One row of a table over a spec: each filled cell becomes a value with the cell as its place.
// Decides nothing about fields: what a cell means for one comes in as a function.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Path, type Span, startsWith } from '../base/source.ts';
import { badCharacters, describeBadCharacter } from '../model/characters.ts';
import { isLeftOut, type Located, type LocatedScalar, nodeAt } from '../model/located.ts';
import type { Plan } from '../model/plan.ts';
import { planAt } from '../model/spec-path.ts';
import type { CellValue, Column, TableRow } from '../model/table.ts';
import { maxTextLength } from './limits.ts';
import { type Setting, setLocated } from './overlay.ts';
import { cellSpan, isBlank } from './table.ts';

/** What cells mean for fields. */
export interface CellReader {
  /** Returns the value of a cell for a field that is no list. */
  read(plan: Plan, cell: CellValue): Pick<LocatedScalar, 'value' | 'text' | 'plain'>;
  /** Returns the items that a cell lists for a list of this item. */
  items(item: Plan, cell: CellValue): readonly CellValue[];
}

/** What stands for a cell that cannot be read. */
export const cellStandIn = '#';

/** A spec with a row laid over it, and what is wrong with the row's cells. */
export interface Overlaid {
  readonly located: Located;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays the filled cells of a row over a spec; with an error in the row, no agreement is made of it. */
export function overlayRow(
  base: Located,
  columns: readonly Column[],
  row: TableRow,
  reader: CellReader,
): Overlaid {
  const diagnostics: Diagnostic[] = [...row.diagnostics];
  const settings: Setting[] = [];
  const blanks: Setting[] = [];
  for (const { index, paths } of columns) {
    const cell = row.cells[index];
    const span = cellSpan(row.source, index);
    if (cell === undefined || isBlank(cell)) {
      for (const path of paths) blanks.push({ path, value: leftOut(span) });
      continue;
    }
    const fault = faultOf(cell, span);
    if (fault) diagnostics.push(fault);
    // A stand-in, so that its field does not count as missing too; nothing is made of this row.
    const read = fault?.severity === 'error' ? cellStandIn : cell;
    for (const path of paths) {
      const plan = planAt(path);
      if (plan) settings.push({ path, value: cellNode(plan, read, span, reader) });
    }
  }
  const needed = blanks.filter(
    ({ path }) =>
      isRequired(path) &&
      !isFilled(base, path) &&
      (nodeAt(base, path.slice(0, -1))?.kind === 'map' ||
        settings.some((each) => startsWith(each.path, path.slice(0, -1)))),
  );
  const located = setLocated(base, [...settings, ...needed]);
  const broken = diagnostics.some(({ severity }) => severity === 'error');
  return {
    located: broken && located.kind === 'map' ? { ...located, repaired: true } : located,
    diagnostics,
  };
}

function leftOut(span: Span): LocatedScalar {
  return { kind: 'scalar', value: null, text: '', plain: true, span };
}

/** An empty cell is said to be empty only where something has to stand. */
function isRequired(path: Path): boolean {
  const parent = planAt(path.slice(0, -1));
  return parent?.kind === 'fields' && parent.fields.get(String(path.at(-1)))?.required === true;
}

function isFilled(base: Located, path: Path): boolean {
  const node = nodeAt(base, path);
  return node !== undefined && !isLeftOut(node);
}

function cellNode(plan: Plan, cell: CellValue, span: Span, reader: CellReader): Located {
  if (plan.kind === 'list') {
    const items = reader.items(plan.item, cell);
    return {
      kind: 'list',
      items: items.map((each) => cellNode(plan.item, each, span, reader)),
      span,
    };
  }
  const typed = reader.read(plan, cell);
  const same = typed.text === cell;
  return {
    kind: 'scalar',
    ...typed,
    span,
    ...(same ? { offsets: () => offsetsOf(span, typed.text) } : {}),
  };
}

/** Where each unit of a cell's text stands; in CSV between quotes, each quote inside stands twice. */
function offsetsOf({ source, start, end }: Span, text: string): readonly number[] {
  const offsets: number[] = [];
  const quoted = end - start > text.length;
  let at = quoted ? start + 1 : start;
  for (const unit of text) {
    for (let part = 0; part < unit.length; part += 1) offsets.push(at + part);
    at += quoted && unit === '"' ? 2 : unit.length;
  }
  offsets.push(at);
  const plain = quoted ? at === end - 1 && source.text[start] === '"' : at === end;
  return plain ? offsets : [];
}

/** What Excel writes where a formula failed. */
const errorValues = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

function faultOf(cell: CellValue, span: Span): Diagnostic | undefined {
  const report = (
    code: string,
    severity: 'error' | 'warning',
    message: string,
    hint: string,
  ): Diagnostic => diagnostic(code, severity, message, span, [], hint);
  if (typeof cell !== 'string') {
    if (cell.kind === 'error') return errorValue(cell.text, report);
    if (cell.kind !== 'formula') return undefined;
    const hint = 'Open the workbook in your spreadsheet program, which calculates it, and save it.';
    const message = 'The formula in this cell was never calculated, so it has no value.';
    return report('table/no-result', 'error', message, hint);
  }
  const text = cell.trim();
  if (errorValues.test(text)) return errorValue(text, report);
  if (/^#{3,}$/.test(text)) {
    const message = 'The cell holds only # signs: the column was too narrow to show its value.';
    return report(
      'table/shortened-value',
      'error',
      message,
      'Widen the column and save the table anew.',
    );
  }
  if (/^\d[.,]\d+E\+\d{2}$/.test(text)) {
    const message = `“${text}” looks like a long number that a spreadsheet program shortened.`;
    const hint = 'Format the column as text, type the number again and save the table anew.';
    return report('table/shortened-value', 'warning', message, hint);
  }
  if (cell.length > maxTextLength && [...cell].length > maxTextLength) {
    const message = `This text has ${[...cell].length.toLocaleString('en-US')} characters, and one text may have 20,000.`;
    return report('table/too-long', 'error', message, 'Make it shorter.');
  }
  const bad = badCharacters(cell, 1)[0];
  if (!bad) return undefined;
  const message = `A cell may not hold ${describeBadCharacter(bad.codePoint)}.`;
  return report('table/bad-character', 'error', message, 'Type the text of the cell again.');
}

function errorValue(
  text: string,
  report: (code: string, severity: 'error', message: string, hint: string) => Diagnostic,
): Diagnostic {
  const message = `The cell shows ${text}: its formula failed.`;
  return report('table/error-value', 'error', message, 'Mend the formula, or type the value.');
}
