import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { houseTables, personalTables } from './index.ts';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

let database: Database;
let columns: Column[];
beforeAll(async () => {
  database = await openTestDatabase();
  columns = await rowsOf(database.em.fork(), sql<Column>`
    select c.table_name as table, c.column_name as name, c.data_type as type, c.is_nullable = 'YES' as nullable
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2`);
});
afterAll(() => database.close());

const inDatabase = (table: string): string[] => columns.filter((column) => column.table === table).map(({ name }) => name).sort();

test('every table of the database is of customers or of the house, and no other is', () => {
  const declared = [...personalTables, ...houseTables].map(({ name }) => name).sort();
  expect(declared).toEqual([...new Set(columns.map(({ table }) => table))].sort());
});

test('a table with rows of customers is declared as one', () => {
  const withCustomer = columns.filter(({ name }) => name === 'customer_id').map(({ table }) => table);
  expect(withCustomer.filter((table) => !personalTables.some(({ name }) => name === table))).toEqual([]);
});

test.each(personalTables.filter(({ erase }) => erase === 'OVERWRITTEN').map((table) => [table.name, table] as const))('every column of %s is decided about, once', (name, { personal, plain }) => {
  expect([...Object.keys(personal), ...plain].sort()).toEqual(inDatabase(name));
});

test.each(houseTables.map((table) => [table.name, table] as const))('every column of %s is decided about, once', (name, { plain, traces = {} }) => {
  expect([...Object.keys(traces), ...plain].sort()).toEqual(inDatabase(name));
});

test('what is written over a column fits it', () => {
  const typeOf = new Map(columns.map((column) => [`${column.table}.${column.name}`, column]));
  const wrong = personalTables.flatMap(({ name, personal }) => Object.entries(personal).filter(([column, fate]) => {
    const { type, nullable } = typeOf.get(`${name}.${column}`)!;
    switch (fate) {
      case 'NULL': return !nullable;
      case 'NO_OBJECT': case 'NO_TEXTS': return type !== 'jsonb';
      case 'NO_LIST': return type !== 'ARRAY';
      case 'TRUE': return type !== 'boolean';
      default: return type !== 'text';
    }
  }).map(([column, fate]) => `${name}.${column}: ${fate}`));
  expect(wrong).toEqual([]);
});

test('free texts of customers are never taken for codes', () => {
  // The columns of type text that stay: codes, currencies, and numbers of documents.
  const stays = personalTables.filter(({ erase, internal }) => erase === 'OVERWRITTEN' && !internal)
    .flatMap(({ name, plain }) => plain.filter((column) => columns.some((one) => one.table === name && one.name === column && one.type === 'text')).map((column) => `${name}.${column}`));
  expect(stays.sort()).toMatchSnapshot();
});
