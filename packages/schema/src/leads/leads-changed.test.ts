import type { Viewer } from '@orbita/domain/access';
import { parse, subscribe } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
beforeAll(async () => { house = await openTestHouse(); });
afterAll(() => house.close());

test('a role that may not hear of leads is told so', async () => {
  const hears = async (viewer: Viewer | undefined) => {
    const answer = await subscribe({ schema: house.schema, document: parse('subscription { leadsChanged { waiting } }'), contextValue: house.contextOf(viewer) });
    return Symbol.asyncIterator in answer ? undefined : answer.errors?.map(({ message, extensions }) => [extensions['code'], message]);
  };
  expect(await hears(await house.person('warehouse'))).toEqual([['FORBIDDEN', 'Your role does not allow this.']]);
  expect(await hears(undefined)).toEqual([['UNAUTHENTICATED', 'Sign in first.']]);
});
