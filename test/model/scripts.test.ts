// Which characters only the Word file can hold.

import { expect, test } from 'vitest';
import { docxOnlyScript, docxOnlyScripts } from '../../src/model/scripts.ts';

test('where no search is made, no character is of a script that would need one', () => {
  const simple =
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Braille}\p{Script=Glagolitic}\p{Script=Coptic}\p{Script=Common}\p{Script=Inherited}\p{Unassigned}]/u;
  for (let codePoint = 0x1e00; codePoint <= 0x2cff; codePoint += 1) {
    expect(docxOnlyScript(codePoint)).toBeUndefined();
    expect(simple.test(String.fromCodePoint(codePoint)), codePoint.toString(16)).toBe(true);
  }
});

test.each([
  ['א', 'Hebrew'],
  ['ش', 'Arabic'],
  ['ก', 'Thai'],
  ['ẞ', undefined],
  ['ἀ', undefined],
  ['–', undefined],
  ['€', undefined],
  ['→', undefined],
  ['я', undefined],
])('%s: %s', (character, name) => {
  expect(docxOnlyScript(character.codePointAt(0)!)).toBe(name);
  expect(docxOnlyScripts(`a ${character}`)).toEqual(name === undefined ? [] : [name]);
});
