// The static parts that lie ready are those that the docx library would make.

import { expect, it } from 'vitest';
import { readySkeletonsFile } from './ready-skeletons-file.ts';

it('src/render/docx/ready-skeletons.ts is current', async () => {
  await expect(await readySkeletonsFile()).toMatchFileSnapshot(
    '../../src/render/docx/ready-skeletons.ts',
  );
});
