// Language files of a template (`en.yaml`…): nested keys with one fixed phrase each, read into
// phrases by dotted key. `{name}` is a place for a value, `[…]` goes when a value in it is missing.

import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { Phrase, PhrasePart, Phrases } from './template.ts';

/** The phrases of a language file and what is wrong with it. */
export interface ReadPhrases {
  readonly phrases: Phrases;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a language file; a phrase that cannot be read is reported and left out. */
export function readPhrases(source: Source): ReadPhrases {
  const phrases = new Map<string, Phrase>();
  const diagnostics: Diagnostic[] = [];
  const report = (message: string, start: number, end: number, hint?: string): void => {
    const span = { source, start, end };
    diagnostics.push(diagnostic('template/language-file', 'error', message, span, [], hint));
  };
  const document = parseDocument(source.text, { lineCounter: new LineCounter(), schema: 'core' });
  for (const error of document.errors) {
    report(
      'This language file is not readable YAML.',
      error.pos[0],
      error.pos[1],
      'Write one `key: phrase` on each line.',
    );
  }
  const walk = (node: unknown, prefix: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        walk(value, prefix ? `${prefix}.${name}` : name);
      }
      return;
    }
    const [start, end] = rangeOf(node);
    if (!isScalar(node) || typeof node.value !== 'string') {
      report(`The phrase \`${prefix}\` is not a text.`, start, end, 'Put it in quotes.');
      return;
    }
    const phrase = readPhrase(node.value);
    if (phrase) phrases.set(prefix, phrase);
    else {
      report(
        `The phrase \`${prefix}\` has a bracket or brace without its partner.`,
        start,
        end,
        'Write `{name}` for a value and `[…]` around a part that goes when its value is missing.',
      );
    }
  };
  if (document.errors.length === 0) walk(document.contents, '');
  return { phrases, diagnostics };
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

/** Reads one phrase, or returns `undefined` when its brackets do not pair. */
export function readPhrase(text: string): Phrase | undefined {
  const stack: PhrasePart[][] = [[]];
  for (const [token] of text.matchAll(/\{[A-Za-z][A-Za-z0-9]*\}|[[\]{}]|[^[\]{}]+/g)) {
    const here = stack[stack.length - 1]!;
    if (token === '[') stack.push([]);
    else if (token === ']') {
      if (stack.length === 1) return undefined;
      stack.pop();
      stack[stack.length - 1]!.push({ kind: 'optional', parts: here });
    } else if (token === '{' || token === '}') return undefined;
    else if (token.startsWith('{')) here.push({ kind: 'place', name: token.slice(1, -1) });
    else here.push({ kind: 'words', text: token });
  }
  return stack.length === 1 ? stack[0] : undefined;
}

/** Returns the names of all places of a phrase. */
export function placesOf(phrase: Phrase): readonly string[] {
  return phrase.flatMap((part) =>
    part.kind === 'place' ? [part.name] : part.kind === 'optional' ? placesOf(part.parts) : [],
  );
}
