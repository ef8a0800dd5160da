import { roles } from '@orbita/domain/access';
import { expect, it } from 'vitest';
import { stepsOf } from './steps.ts';

it('begins with what must be right before there are amounts, for whom it is', () => {
  expect(stepsOf('administrator')).toEqual(['company', 'people', 'products', 'import', 'customer']);
  expect(stepsOf('manager')).toEqual(['products', 'import', 'customer']);
  expect(stepsOf('marketing')).toEqual(['import', 'customer']);
  for (const role of ['sales', 'service', 'partner'] as const) expect(stepsOf(role)).toEqual(['customer']);
  expect(roles.filter((role) => stepsOf(role).includes('company'))).toEqual(['administrator']);
});
