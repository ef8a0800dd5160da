import 'reflect-metadata';
import { newId } from '@orbita/database/connection';
import { print, type GraphQLSchema, validate } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { exportDocument, exportPages } from '#exports';
import { buildOrbitaSchema } from '#schema';
import { type House, openTestHouse } from '../testing/execute.ts';
import { biColumns, biOperations, everyOperation } from './index.ts';

let schema: GraphQLSchema;
beforeAll(async () => { schema = await buildOrbitaSchema(); });

// A list may take one parameter more: who does not give it asks as before.
test('what was published never changes: another question is another version', () => {
  expect(everyOperation.map(({ name, list, columns }) => ({ name, document: print(exportDocument(list, columns)), columns: biColumns(columns).map((one) => `${one.name} ${one.type}`) }))).toMatchSnapshot();
});

test('every operation is one the schema answers, with a key, and with names that a table can have', () => {
  for (const { name, list, columns } of everyOperation) {
    expect([name, validate(schema, exportDocument(list, columns))]).toEqual([name, []]);
    const flat = biColumns(columns);
    expect(flat.filter(({ key }) => key)).toHaveLength(1);
    expect(new Set(flat.map((one) => one.name)).size).toBe(flat.length);
    expect(flat.filter((one) => !/^[a-z][a-z0-9_]*$/.test(one.name))).toEqual([]);
    expect(name).toMatch(/^[a-z_]+\.v\d+$/);
  }
  expect(new Set(everyOperation.map(({ name }) => name)).size).toBe(everyOperation.length);
});

test('a reader is told of what he may read, with the company\'s own fields after what was published', async () => {
  const house = await openTestHouse();
  try {
    const [analyst, warehouse] = [await house.person('analyst'), await house.person('warehouse')];
    await house.sql(`insert into custom_field (id, entity, name, type, label, options, required, required_at_stages, position, created_at, updated_at) values (?, 'CUSTOMER', 'litres', 'NUMBER', '{"en": "Litres", "es": "Litros"}', '[]', false, '{}', 1, now(), now())`, [newId()]);
    const told = async (viewer: typeof analyst) => (await house.ask(viewer, '{ biOperations { name path parameters columns { name type key } } }', {})).data?.['biOperations'] as { name: string; columns: { name: string; type: string }[] }[];
    expect((await told(analyst)).map(({ name }) => name)).toEqual(['customers.v1', 'leads.v1', 'opportunities.v1', 'orders.v1', 'products.v1', 'activities.v1']);
    expect((await told(warehouse)).map(({ name }) => name)).toEqual(['customers.v1', 'orders.v1', 'products.v1']);
    expect((await told(analyst))[0]!.columns.at(-1)).toEqual({ name: 'custom_litres', type: 'number', key: false });
    expect((await biOperations(house.database.em.fork(), analyst))[0]!.columns.at(-1)?.key).toBe('custom.litres');
  } finally {
    await house.close();
  }
});

async function layOneOfEach(house: House, from: number, until: number): Promise<void> {
  const manager = await house.person('manager');
  const write = async (verb: string, input: object, selection = '') => {
    const { data, errors } = await house.ask(manager, `mutation($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${selection} refusal { code field message } } }`, { input });
    expect([verb, errors, data?.[verb].refusal]).toEqual([verb, undefined, null]);
    return data![verb];
  };
  for (let at = from; at < until; at += 1) {
    const { customer: { id: customerId } } = await write('createCustomer', { kind: 'ORGANISATION', name: `Bodega ${at}` }, 'customer { id }');
    await write('addContact', { customerId, givenName: `Eva ${at}` });
    await write('placeOrder', { customerId, lines: [{ description: 'x', quantity: '1', unitPrice: '1' }] });
    await write('openOpportunity', { customerId, title: 'x' });
    await write('logActivity', { customerId, kind: 'NOTE', subject: 'x' });
    await write('captureLead', { customerId, channel: 'CALL', message: 'x' });
    await write('createProduct', { code: `P${at}`, name: 'Rioja', category: 'Wine', listPrice: '3' });
  }
}

test('many rows take as many statements as few: nothing is looked up row by row', async () => {
  const house = await openTestHouse();
  try {
    const context = house.contextOf(await house.person('administrator'));
    const counted = async () => {
      const counts: Record<string, [rows: number, statements: number]> = {};
      for (const { name, list, columns } of everyOperation) {
        house.statements.length = 0;
        let rows = 0;
        for await (const page of exportPages(house.schema, { list, columns, variables: {} }, context)) rows += page.length;
        counts[name] = [rows, house.statements.length];
      }
      return counts;
    };
    await layOneOfEach(house, 0, 1);
    const few = await counted();
    await layOneOfEach(house, 1, 7);
    const many = await counted();
    for (const [name, [rows, statements]] of Object.entries(many)) expect([name, rows > few[name]![0], statements]).toEqual([name, true, few[name]![1]]);
  } finally {
    await house.close();
  }
});
