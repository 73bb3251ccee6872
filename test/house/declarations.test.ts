// The declarations that go out with the package name no library: the type of an agreement is written
// out, and says the same as the one that the source derives from its schema.

import { expect, it } from 'vitest';
// @ts-expect-error A part of the build script, without types.
import { agreementDeclaration } from '../../declarations.js';
import type { Agreement } from '../../src/model/agreement.ts';
import { planData } from '../../src/model/plan-data.ts';
import type { Agreement as Declared } from './declared-agreement.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

it('the declared agreement is the one of the source', async () => {
  // `npm run types` fails here when the two differ.
  const same: Same<Agreement, Declared> = true;
  expect(same).toBe(true);
  const text = `// Written by a test; what dist/types/model/agreement.d.ts says.\n\n${agreementDeclaration(planData)}`;
  await expect(text).toMatchFileSnapshot('declared-agreement.ts');
});
