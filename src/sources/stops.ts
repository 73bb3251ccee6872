// The words for what ends reading at once: too deep, too large, orders to the YAML reader, a
// second document.

import { assertNever } from '../base/errors.ts';
import { type Fault, fault } from './fault.ts';
import { maxDepth } from './limits.ts';
import { lineOf } from './lines.ts';
import type { Stop } from './parse.ts';

/** Returns the fault for a reason to stop. */
export function stopFault(text: string, stop: Stop): Fault {
  const { code, start, end } = stop;
  const found = text.slice(start, end).trim();
  switch (code) {
    case 'yaml/too-deep': {
      const message = `Lists and maps are nested deeper than ${maxDepth} levels here.`;
      const brackets = /[[{]/.test(lineOf(text, start));
      const hint = brackets
        ? 'Check for brackets that are never closed.'
        : 'Check where the lines above start: each stands below the one before it.';
      return fault(code, start, end, message, hint);
    }
    case 'yaml/too-large': {
      const message = 'The file holds far more keys, values and signs than any spec needs.';
      return fault(code, start, end, message, 'Check that this is the right file.');
    }
    case 'yaml/version':
      return fault(
        code,
        start,
        end,
        `\`${found}\` asks for another version of YAML, and a spec is YAML 1.2: in 1.1 the word \`no\` means false and \`010\` means 8.`,
        'Delete this line.',
      );
    case 'yaml/directive': {
      const message = `\`${found}\` at the start of a file is an order to the YAML reader, which a spec does not need.`;
      return fault(code, start, end, message, 'Delete this line, or put the text in quotes.');
    }
    case 'yaml/several-documents':
      return fault(
        code,
        start,
        end,
        'A second document starts here, and a file holds one spec.',
        'Delete this line, or put the second spec into a file of its own.',
      );
    default:
      return assertNever(code);
  }
}
