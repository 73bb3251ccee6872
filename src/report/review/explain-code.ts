// Why a problem that is no checklist finding matters, from the closed list of codes.
// Knows no rules: they explain themselves.

import { codes } from '../../base/codes.ts';

/** Returns the sentence that explains a code, or nothing for one that is not in the list. */
export function explainCode(code: string): string {
  return Object.hasOwn(codes, code) ? codes[code as keyof typeof codes].explain : '';
}
