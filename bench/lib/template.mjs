// The template that the template engines fill: the memorandum with its headings, table headers and
// logos in place, everything else as tags, lists and table rows as loops. Made once, with docx;
// engines differ in their tags alone. Beside it the data that goes in.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from './content.mjs';
import { templates } from './paper.mjs';

/**
 * Returns the file with the template for an engine, made on first use: whoever fills a template has one.
 *
 * @param name the engine
 * @param dialect `tag(name)`; `items(list, tag names)` and `rows(table, tag names)`: the list items or table
 *   rows, each an array of tagged texts, that repeat
 */
export async function templateFile(name, content, dialect) {
  const file = join(templates, `${name}.docx`);
  if (!existsSync(file)) {
    const { docxOf } = await import('./docx-document.mjs');
    const parts = content.parts.map((part, index) => tagged(part, index, dialect));
    writeFileSync(file, await docxOf({ ...content, footer: dialect.tag('footer'), parts }));
  }
  return file;
}

function tagged(part, index, { tag, items, rows }) {
  switch (part.kind) {
    case 'heading':
      return part;
    case 'paragraph':
      return {
        ...part,
        runs: part.runs.map((run, n) => ({ ...run, text: tag(`p${index}_${n}`) })),
      };
    case 'list':
      return {
        ...part,
        items: items(`l${index}`, ['before', 'strong', 'after']).map(([before, strong, after]) => [
          { text: before },
          ...(strong ? [{ text: strong, bold: true }] : []),
          ...(after ? [{ text: after }] : []),
        ]),
      };
    case 'table': {
      const [first] = part.rows;
      const names = first.map((_, column) => `c${column}`);
      const bold = first.map(([[run]]) => run?.bold === true);
      return {
        ...part,
        rows: rows(`t${index}`, names).map((cells) =>
          cells.map((text, column) => [[{ text, ...(bold[column] ? { bold: true } : {}) }]]),
        ),
      };
    }
    case 'signatures':
      return {
        ...part,
        people: part.people.map(({ fields }, person) => ({
          organisation: tag(`s${person}`),
          fields: fields.map(({ label, value }, n) => ({
            label,
            value: value && tag(`s${person}_${n}`),
          })),
        })),
      };
    default:
      throw new Error(`There is no such part: ${part.kind}`);
  }
}

/** Returns the data for the template: texts, and a list of records for each loop. */
export function dataOf({ footer, parts }) {
  const data = { footer };
  parts.forEach((part, index) => {
    switch (part.kind) {
      case 'paragraph':
        part.runs.forEach(({ text }, n) => {
          data[`p${index}_${n}`] = text;
        });
        break;
      case 'list':
        data[`l${index}`] = part.items.map(itemOf);
        break;
      case 'table':
        data[`t${index}`] = part.rows.map((cells) =>
          Object.fromEntries(
            cells.map((lines, column) => [`c${column}`, lines.map(textOf).join('\n')]),
          ),
        );
        break;
      case 'signatures':
        part.people.forEach(({ organisation, fields }, person) => {
          data[`s${person}`] = organisation;
          fields.forEach(({ value }, n) => {
            data[`s${person}_${n}`] = value;
          });
        });
        break;
    }
  });
  return data;
}

/** A list item has at most one stretch of bold text. */
function itemOf(runs) {
  const at = runs.findIndex(({ bold }) => bold);
  if (at < 0) return { before: textOf(runs), strong: '', after: '' };
  return {
    before: textOf(runs.slice(0, at)),
    strong: runs[at].text,
    after: textOf(runs.slice(at + 1)),
  };
}
