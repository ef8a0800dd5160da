import 'reflect-metadata';
import { scopeOf, type Viewer } from '@orbita/domain/access';
import { expect, test } from 'vitest';
import { valueFor } from '../../testing/canaries.ts';
import { everyOperation } from '../../testing/every-operation.ts';
import { inOwnHouse, listen } from '../../testing/canary-writes.ts';

test('nobody who is not signed in gets an answer from any operation, and who has no right to its noun is refused', async () => {
  await inOwnHouse('partner', async (place) => {
    const { house, viewer } = place;
    for (const kind of ['query', 'mutation', 'subscription'] as const) {
      const made = everyOperation(house.schema, kind, valueFor(place.rows, place.rows.get('customer')?.['id'])).filter((one) => one.document !== '');
      for (const { field, document } of made) {
        const ask = async (asking: Viewer | undefined) => {
          const answers = kind === 'subscription' ? await listen(place, asking, document) : [await house.ask(asking, document)];
          return answers.flatMap((answer) => (answer.errors ?? []).map((error) => error.extensions['code']));
        };
        expect([field, await ask(undefined)]).toEqual([field, ['UNAUTHENTICATED']]);
        const allowed = house.schema.getRootType(kind as never)?.getFields()[field]?.extensions['allowed'] as { noun: never; action: never } | 'everyone';
        if (allowed !== 'everyone' && scopeOf('partner', allowed.noun, allowed.action) === 'none') expect([field, await ask(viewer)]).toEqual([field, ['FORBIDDEN']]);
      }
    }
  });
}, 120_000);

test('every argument of every mutation and subscription can be made', async () => {
  await inOwnHouse('administrator', ({ house, rows }) => {
    const left = (['mutation', 'subscription'] as const).flatMap((kind) => everyOperation(house.schema, kind, valueFor(rows, rows.get('customer')?.['id'])))
      .filter((one) => one.document === '').map((one) => one.field);
    return Promise.resolve(expect([...new Set(left)]).toEqual([]));
  });
});
