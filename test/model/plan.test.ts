// The stored plan of the agreement is the one that follows from its schema.

import { expect, it } from 'vitest';
import { agreementSchema } from '../../src/model/agreement.ts';
import { planModule } from './plan-of-schema.ts';

it('src/model/plan-data.ts is current', async () => {
  await expect(planModule(agreementSchema)).toMatchFileSnapshot('../../src/model/plan-data.ts');
});
