// Text of a spec as Markdown that shows it and does nothing else: for the inside of a line.
// Follows CommonMark, GitHub's extensions, and what GitHub and GitLab make of the finished page
// (mentions, references, emoji, formulas).

import { oneLine } from './safe-text.ts';

/** An invisible character (zero width space) that parts what a filter would take for one word. */
const gap = '\u200b';

/** Returns the text so that it is shown as it is, on one line. */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      .trim()
      .replace(/[\\`*_{}[\]<>|~&!#^]/g, '\\$&')
      // From here on: what escapes do not stop, because filters run on the finished page.
      .replace(/@(?=\S)/g, `@${gap}`)
      .replace(/([#!&])(?=\d)/g, `$1${gap}`)
      .replace(/([%~])(?=[\p{L}\p{N}"])/gu, `$1${gap}`)
      .replace(/(GH)-(?=\d)/gi, `$1-${gap}`)
      .replace(/:(?=[\w+-]+:)/g, `:${gap}`)
      .replace(/:(?=\/\/)/g, `:${gap}`)
      .replace(/(www)\./gi, `$1${gap}.`)
      // Seven and more of these are the name of a commit.
      .replace(/[0-9a-f]{6}(?=[0-9a-f])/gi, `$&${gap}`)
      .replaceAll('$', `&#36;${gap}`)
  );
}
