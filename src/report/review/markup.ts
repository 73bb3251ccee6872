// Small pieces of markup that all parts of the review page share. Every text passes through here on
// its way in; a value never becomes markup.

import { escapeHtml } from '../../render/html/escape.ts';
import { oneLine } from '../safe-text.ts';
import type { Lines } from './review-data.ts';
import type { Sign } from './words.ts';

/** Returns a text for the page: on one line, without characters that command anything, escaped. */
export function text(value: string): string {
  return escapeHtml(oneLine(value));
}

/** Returns a drawing from the page's own set; the word beside it says the same. */
export function icon(name: string): string {
  return `<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

/** Returns an icon with its word. */
export function sign({ word, icon: name, tone }: Sign): string {
  return `<span class="sign ${tone}">${icon(name)}${word}</span>`;
}

/** Returns a heading; level 1 to 6. */
export function heading(level: number, content: string, attributes = ''): string {
  return `<h${level}${attributes}>${content}</h${level}>`;
}

/** Returns lines of a file with their numbers; breaks inside a line are made visible, not obeyed. */
export function fileLines({ first, text: lines }: Lines): string {
  const rows = lines.map(
    (line, index) =>
      `<span class="line"><span class="at">${first + index}</span> <span>${escapeHtml(visible(line))}\n</span></span>`,
  );
  return `<pre class="lines"><code>${rows.join('')}</code></pre>`;
}

/** Returns YAML to copy. */
export function yaml(lines: string): string {
  return `<pre class="yaml"><code>${escapeHtml(lines.split('\n').map(visible).join('\n'))}</code></pre>`;
}

/** Indentation stays as it is. */
function visible(line: string): string {
  const lead = /^ */.exec(line)![0];
  return lead + oneLine(line.slice(lead.length));
}
