// Texts as they are written into YAML: whatever somebody answered is read back as it was.
// Knows no field of the agreement.

import { stringify } from 'yaml';

/** Characters that no spec may hold; the same as sources/ refuses, without line ends. */
const refused =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

/** Longest text that a spec may hold, in code points. */
const longest = 20_000;

/** Texts that need no quotes: letters first, and no sign that means something to YAML. */
const plain = /^\p{L}[\p{L}\p{M}\p{Nd} .,’()-]*$/u;

/** What YAML, or people who know an older one, would read as something else than text. */
const notText = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Returns one line of text: refused characters left out, line ends and other blanks made spaces. */
export function oneLine(text: string): string {
  const line = text.replace(refused, '').replace(/\s+/gu, ' ').trim();
  return [...line].slice(0, longest).join('');
}

/** Writes a line of text as the value of a key on a line of its own. */
export function written(line: string): string {
  if (plain.test(line) && !notText.test(line)) return line;
  return stringify(line, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd();
}
