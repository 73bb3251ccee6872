// The table of the usual characters, as read from the font files themselves by fontkit.

import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { fontPath } from '../../src/node/package-files.ts';
import { usual } from '../../src/render/pdf/usual.ts';

/** The faces that papers are set in. */
export const faceFiles = ['NotoSans', 'NotoSerif'].flatMap((family) =>
  ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(
    (face) => `${family}_${face}.ttf`,
  ),
);

/** Opens a font file of ours. */
export function openFont(file: string): Font {
  return create(new Uint8Array(readFileSync(fontPath(file))));
}

/** How the PDF asks a font for glyphs: without ligatures. */
export function layOut(font: Font, text: string): ReturnType<Font['layout']> {
  const features = { liga: false, clig: false, dlig: false };
  return font.layout(text, features, undefined, undefined, 'ltr');
}

/** The text of src/render/pdf/usual-metrics.ts. */
export function usualMetricsFile(): string {
  const entries = faceFiles.map((file) => {
    const font = openFont(file);
    const thousandths = (units: number): number => (units * 1000) / font.unitsPerEm;
    const single = usual.map((text) => layOut(font, text));
    const glyphs = single.map((run) => run.glyphs[0]!.id);
    const widths = single.map((run) => thousandths(run.positions[0]!.xAdvance));
    const rows = new Map<string, string>();
    usual.forEach((first, index) => {
      const seconds = new Map<number, string>();
      for (const second of usual) {
        const { positions } = layOut(font, first + second);
        const by = thousandths(positions[0]!.xAdvance) - widths[index]!;
        if (by) seconds.set(by, (seconds.get(by) ?? '') + second);
      }
      if (seconds.size === 0) return;
      const row = [...seconds]
        .sort(([one], [other]) => one - other)
        .map(([by, others]) => `[${JSON.stringify(others)}, ${by}]`)
        .join(', ');
      rows.set(row, (rows.get(row) ?? '') + first);
    });
    const kerning = [...rows].map(([row, firsts]) => `      [${JSON.stringify(firsts)}, ${row}],`);
    return [
      `  '${file}': {`,
      `    glyphs: [${glyphs.join(', ')}],`,
      `    widths: [${widths.join(', ')}],`,
      '    kerning: [',
      ...kerning,
      '    ],',
      '  },',
    ].join('\n');
  });
  return `// Glyphs, widths and kerning of the usual characters, generated from the font files; do not edit. A test
// keeps it current: \`npm run golden\` writes it anew. Lengths in thousandths of the type size.

/** What a font says of the usual characters, in their order. */
export interface UsualMetrics {
  readonly glyphs: readonly number[];
  readonly widths: readonly number[];
  /** Characters that are kerned alike as the first of two, then the second ones by the same length. */
  readonly kerning: readonly (readonly [firsts: string, ...(readonly [seconds: string, by: number])[]])[];
}

/** By the name of the font file. */
export const usualMetrics: Readonly<Record<string, UsualMetrics | undefined>> = {
${entries.join('\n')}
};
`;
}
