// The skeletons of the two pages that papers have, as the docx library makes them.

import { makeSkeleton } from '../../src/render/docx/skeleton.ts';
import { bareTheme, skeletonKey } from '../../src/render/docx/static-parts.ts';
import { makeTheme } from '../../src/theme/theme.ts';

/** The text of src/render/docx/ready-skeletons.ts. */
export async function readySkeletonsFile(): Promise<string> {
  const entries = await Promise.all(
    (['a4', 'letter'] as const).map(async (paper) => {
      const theme = bareTheme(makeTheme({ paper, partners: [] }));
      return `  ${JSON.stringify(skeletonKey(theme))}: ${JSON.stringify(await makeSkeleton(theme), null, 2)},`;
    }),
  );
  return `// The static parts of a DOCX for A4 and Letter, made by the docx library; do not edit. A test keeps it
// current: \`npm run golden\` writes it anew. Colours are place-holders.

import type { Skeleton } from './skeleton.ts';

/** By all that they follow from; see static-parts.ts. */
export const readySkeletons: Readonly<Record<string, Skeleton | undefined>> = {
${entries.join('\n')}
};
`;
}
