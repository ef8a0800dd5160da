import 'reflect-metadata';
import { type Role, scopeOf, type Viewer } from '@orbita/domain/access';
import { type ExecutionResult, parse, subscribe } from 'graphql';
import { expect, test } from 'vitest';
import { type CanaryRows, layCanaries } from './canary-rows.ts';
import { everyOperation, type Kind } from './every-operation.ts';
import { type House, openTestHouse } from './execute.ts';
import { idsOf, isForeign, namesRowsOf, placesIn, valueFor } from './canaries.ts';

export interface Place {
  readonly house: House;
  readonly rows: CanaryRows;
  readonly viewer: Viewer;
}

// Writes leave their traces: each role has a house of its own.
export async function inOwnHouse<Answer>(role: Role, run: (place: Place) => Promise<Answer>): Promise<Answer> {
  const house = await openTestHouse();
  const rows = await layCanaries(house);
  const [teamId, partnerId] = [await house.group('team', 'My own team'), await house.group('partner', 'My own partner')];
  const viewer = await house.person(role, role === 'partner' ? { partnerId } : { teamId });
  return run({ house, rows, viewer }).finally(() => house.close());
}

// Rows that no operation names by their id.
const ofTheMachinery = /^(?:auth_|timeline_|event_|import_|scoring_|customer_|segment_|lifecycle_|exchange_|notification)/;

/** Every operation of a kind over every thing that it can be about, each once. */
const operations = ({ house, rows }: Place, kind: Kind): Map<string, string> => new Map([...rows].filter(([table]) => !ofTheMachinery.test(table))
  .flatMap(([table, row]) => idsOf(new Map([[table, row]])).flatMap((id) => everyOperation(house.schema, kind, valueFor(rows, id), namesRowsOf(table))
    .filter(({ document }) => document !== '').map((one) => [one.document, one.field] as const))));

/** Everything that a viewer is told after one event came to each subscription that lets him in. */
export async function listen({ house }: Place, viewer: Viewer | undefined, document: string): Promise<ExecutionResult[]> {
  const pubSub = { publish: () => undefined, subscribe: async function* () { yield {}; } } as never;
  const heard = await subscribe({ schema: house.schema, document: parse(document), contextValue: house.contextOf(viewer, { pubSub }) });
  if (!(Symbol.asyncIterator in heard)) return [heard];
  const told: ExecutionResult[] = [];
  for await (const one of heard) told.push(one);
  return told;
}

/** The rows that are a customer's, as they stand. */
async function standing({ house, rows }: Place): Promise<Record<string, unknown>> {
  const owned = [...rows].filter(([table, row]) => table === 'customer' || row['customer_id'] !== undefined);
  const found = await Promise.all(owned.map(async ([table, row]) => {
    const key = table === 'customer' ? 'id' : 'customer_id';
    return [table, await house.sql(`select to_jsonb(t) as row from ${table} t where ${key} = ? order by 1`, [row[key]])] as const;
  }));
  return Object.fromEntries(found);
}

const foreignAmong = (seen: ReadonlyMap<string, Set<string>>, { viewer, rows }: Place): string[] =>
  [...seen].filter(([place]) => isForeign(place, viewer, rows)).map(([place, fields]) => `${place} by ${[...fields].join()}`);

/** What people of these roles hear and change, each in a house of his own. */
export function testWritesOf(roles: readonly Role[]): void {
  test.each(roles)('%s hears nothing that is not his, and changes nothing of it, whatever he writes or listens to', async (role) => {
    await inOwnHouse(role, async (place) => {
      const { house, viewer } = place;
      const seen = new Map<string, Set<string>>();
      const note = (answers: unknown, field: string) => {
        for (const found of placesIn(answers)) seen.set(found, (seen.get(found) ?? new Set()).add(field));
      };
      for (const [document, field] of operations(place, 'subscription')) note(await listen(place, viewer, document), field);
      if (role === 'administrator') expect([...seen.values()].flatMap((fields) => [...fields]), 'a subscription can be heard').toContain('customerChanged');
      const before = await standing(place);
      for (const [document, field] of operations(place, 'mutation')) note(await house.ask(viewer, document), field);
      expect(foreignAmong(seen, place)).toEqual([]);
      if (scopeOf(role, 'customer', 'read') !== 'all') expect(await standing(place)).toEqual(before);
      if (role === 'administrator') expect(await standing(place), 'what may be changed can be').not.toEqual(before);
    });
  }, 180_000);
}
