// File names that every system takes, and that no two specs share.

import { describe, expect, it } from 'vitest';
import { safeFileName, sameFileKey } from '../../src/node/file-names.ts';

describe('safeFileName', () => {
  it.each([
    ['stars-over-riverbend', 'stars-over-riverbend.pdf'],
    ['Gründungsvertrag 2027', 'Gründungsvertrag 2027.pdf'],
    ['CON', 'CON_.pdf'],
    ['con.v2', 'con_.v2.pdf'],
    ['LPT1', 'LPT1_.pdf'],
    ['COM¹', 'COM¹_.pdf'],
    ['console', 'console.pdf'],
    ['draft...', 'draft.pdf'],
    ['draft. . ', 'draft.pdf'],
    ['.hidden', 'hidden.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.pdf'],
    ['line\nbreak\u0000', 'line-break-.pdf'],
    ['...', 'agreement.pdf'],
    ['', 'agreement.pdf'],
  ])('%j becomes %j', (stem, expected) => {
    expect(safeFileName(stem, 'pdf')).toBe(expected);
  });

  it('cuts long names at 240, never inside a character', () => {
    expect(safeFileName('x'.repeat(400), 'docx')).toHaveLength(240);
    const wide = safeFileName('Ω'.repeat(400), 'docx');
    expect(new TextEncoder().encode(wide).length).toBeLessThanOrEqual(240);
    expect(wide).toMatch(/^Ω+\.docx$/);
    expect(safeFileName('😀'.repeat(200), 'pdf')).toMatch(/^(😀)+\.pdf$/u);
  });

  it('two ways to write one name on a case-insensitive disk are one file', () => {
    expect(sameFileKey('Łódź.pdf'.normalize('NFD'))).toBe(sameFileKey('łódź.PDF'));
  });
});
