// Reads the fonts of the PDF and writes which characters they have, for src/assets/glyph-ranges.ts.

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// fontkit comes without types.
const { openSync } = createRequire(import.meta.url)('fontkit') as {
  openSync(path: string): { readonly characterSet: readonly number[] };
};

const styles = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'];
const families = { 'noto-sans': 'NotoSans', 'noto-serif': 'NotoSerif' };

/** Returns the code points that, in every style, at least one of the families has. */
function coveredCodePoints(): number[] {
  const byStyle = styles.map(
    (style) =>
      new Set(
        Object.entries(families).flatMap(([folder, family]) => {
          const path = `../../node_modules/@expo-google-fonts/${folder}/${style}/${family}_${style}.ttf`;
          const font = openSync(fileURLToPath(new URL(path, import.meta.url)));
          return font.characterSet;
        }),
      ),
  );
  const [first, ...others] = byStyle;
  return [...first!].filter((each) => others.every((set) => set.has(each))).sort((a, b) => a - b);
}

/** Returns the whole text of src/assets/glyph-ranges.ts. */
export function glyphRangesFile(): string {
  const ranges: [number, number][] = [];
  for (const codePoint of coveredCodePoints()) {
    const last = ranges.at(-1);
    if (last && codePoint === last[1] + 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  const hex = (value: number): string => value.toString(16);
  const written = ranges.map(([a, b]) => (a === b ? hex(a) : `${hex(a)}-${hex(b)}`));
  const lines: string[] = [''];
  for (const range of written) {
    const line = lines.at(-1)!;
    if (`${line} ${range}`.length > 90) lines.push(range);
    else lines[lines.length - 1] = line === '' ? range : `${line} ${range}`;
  }
  return [
    '// Generated from the fonts (Noto Sans and Noto Serif); do not edit. A test keeps it current:',
    '// `npx vitest run test/assets/glyph-ranges.test.ts --update` writes it anew.',
    '',
    '/** Ranges of code points that the fonts have in every style, in hexadecimal, ascending. */',
    'export const glyphRanges: string = [',
    ...lines.map((line) => `  '${line}',`),
    "].join(' ');",
    '',
  ].join('\n');
}
