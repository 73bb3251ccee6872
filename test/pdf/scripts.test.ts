// Which characters only the DOCX can hold.

import { describe, expect, it } from 'vitest';
import { docxOnlyScript, docxOnlyScripts } from '../../src/model/scripts.ts';

describe('docxOnlyScript', () => {
  it.each([
    ['א', 'Hebrew'],
    ['ع', 'Arabic'],
    ['ܐ', 'Syriac'],
    ['ހ', 'Thaana'],
    ['ߊ', 'Nko'],
    ['क', 'Devanagari'],
    ['த', 'Tamil'],
    ['ก', 'Thai'],
    ['ກ', 'Lao'],
    ['ក', 'Khmer'],
    ['က', 'Myanmar'],
    ['ཀ', 'Tibetan'],
    ['ᠠ', 'Mongolian'],
    ['𞤀', 'Adlam'],
  ])('%s is %s', (character, script) => {
    expect(docxOnlyScript(character.codePointAt(0)!)).toBe(script);
  });

  it.each(['a', 'ł', 'Ω', 'ї', 'ქ', 'Հ', '中', 'あ', '한', '😀', '–', '\u200d', '\u0301', '1'])(
    'leaves %s to the PDF',
    (character) => {
      expect(docxOnlyScript(character.codePointAt(0)!)).toBeUndefined();
    },
  );

  it('lists the scripts of a text once, in order', () => {
    expect(docxOnlyScripts('Museum متحف and מוזיאון, متحف')).toEqual(['Arabic', 'Hebrew']);
    expect(docxOnlyScripts('Łódź, Αθήνα, Київ')).toEqual([]);
  });
});
