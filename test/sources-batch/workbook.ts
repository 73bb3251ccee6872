// A writer of small Excel workbooks for the tests, after ECMA-376: shares nothing with the reader.

import { strToU8, zipSync } from 'fflate';

/** A cell as it is stored: XML inside `<c>`, with its type and the number of its format. */
export interface StoredCell {
  readonly type?: string;
  readonly xml: string;
  /** A number format, such as `0%`. */
  readonly format?: string;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const text = (value: string): StoredCell => ({
  type: 'inlineStr',
  xml: `<is><t xml:space="preserve">${escaped(value)}</t></is>`,
});
export const number = (value: number | string, format?: string): StoredCell => ({
  xml: `<v>${value}</v>`,
  ...(format ? { format } : {}),
});

/** A sheet: rows of cells (`undefined` leaves one out), and what stands beside them. */
export interface StoredSheet {
  readonly name: string;
  readonly rows: readonly (readonly (StoredCell | undefined)[])[];
  readonly state?: 'hidden';
  readonly hiddenRows?: readonly number[];
  readonly merged?: readonly string[];
}

const namespace = 'http://schemas.openxmlformats.org';

/** Writes a workbook; `more` are further parts, by name. */
export function workbook(
  sheets: readonly StoredSheet[],
  options: {
    date1904?: boolean;
    shared?: readonly string[];
    more?: Record<string, Uint8Array>;
  } = {},
): Uint8Array {
  const formats: string[] = [];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${namespace}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${namespace}/spreadsheetml/2006/main" xmlns:r="${namespace}/officeDocument/2006/relationships"><workbookPr${options.date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${namespace}/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${namespace}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${namespace}/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${namespace}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${namespace}/spreadsheetml/2006/main">${(options.shared ?? []).map((each) => `<si>${each}</si>`).join('')}</sst>`,
  };
  for (const [at, { rows, hiddenRows = [], merged = [] }] of sheets.entries()) {
    const body = rows.map((cells, row) => {
      const inside = cells.map((cell, column) => {
        if (!cell) return '';
        const style = cell.format ? formats.indexOf(cell.format) : -1;
        if (cell.format && style < 0) formats.push(cell.format);
        const id = cell.format ? ` s="${(style < 0 ? formats.length - 1 : style) + 1}"` : '';
        const type = cell.type ? ` t="${cell.type}"` : '';
        return `<c r="${String.fromCharCode(65 + column)}${row + 1}"${id}${type}>${cell.xml}</c>`;
      });
      return `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ''}>${inside.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${namespace}/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.map((each) => `<mergeCell ref="${each}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;
  }
  parts['xl/styles.xml'] =
    `<styleSheet xmlns="${namespace}/spreadsheetml/2006/main"><numFmts>${formats.map((each, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(each).replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync({ ...Object.fromEntries(files), ...options.more });
}
