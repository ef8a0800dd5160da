import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { rowsRead } from '../index.ts';
import { headOf } from '../sketch/head-of.ts';
import { makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
});
afterEach(() => database.close());

const office = 'LISTADO DE CLIENTES;;;;\n\nId;Nombre;Correo;;Correo\n1;Uno SL;a@uno.es;x;\n;;;;\n2;Dos SL;no es;;b@dos.es\n\n3;;c@tres.es;;\n';
const mapping = { room: 'customers', system: 'crm', files: { rows: { separator: ';', heading: 3 } }, customer: { externalId: 'Id', name: 'Nombre', kind: { constant: 'ORGANISATION' }, email: 'Correo', email2: 'Correo (2)' } };

test('a heading may stand under titles; blank rows count as a spreadsheet counts, and are none', async () => {
  const { state, problems } = await loadText(database, mapping, office);
  expect([state.rows, rowsRead(state), state.unmapped, state.files.rows?.header]).toEqual([
    { created: 1, updated: 0, unchanged: 0, skipped: 0, refused: 2 }, 3, ['#4'], ['Id', 'Nombre', 'Correo', '#4', 'Correo (2)'],
  ]);
  expect(problems).toEqual([{ row: 6, column: 'Correo', code: 'INVALID_FORMAT' }, { row: 8, column: 'Nombre', code: 'REQUIRED' }]);
});

test('a row that sums up the others makes nobody, and says so', async () => {
  const { customer: { externalId, name, kind } } = mapping;
  const { state, problems } = await loadText(database, { ...mapping, files: { rows: { separator: ';' } }, customer: { externalId, name, kind } }, 'Id;Nombre;Ventas\n1;Uno SL;12,50\n2;Total SL;3\n;TOTAL:;15,50\n');
  expect([state.rows.created, state.rows.refused, problems]).toEqual([2, 1, [{ row: 4, column: '', code: 'INVALID' }]]);
});

test('it goes on behind the rows that it has, wherever the heading stands', async () => {
  const file = `Título\n\n\nId;Nombre\n${Array.from({ length: 40 }, (_, at) => `${at};Casa ${at} SL\n${at % 5 === 0 ? '\n' : ''}`).join('')}`;
  const { customer: { externalId, name, kind } } = mapping;
  const { state } = await loadText(database, { ...mapping, files: { rows: { separator: ';', heading: 2 } }, customer: { externalId, name, kind } }, file, undefined, { batchRows: 7, stops: [0.3, 0.45] });
  expect([state.rows.created, rowsRead(state)]).toEqual([40, 40]);
  expect(await rowsOf(database.em.fork(), sql`select count(*)::int as customers from customer`)).toEqual([{ customers: 40 }]);
});

const about = { name: 'x', country: 'ES', spreadsheet: false };
const headed = (text: string, heading?: number) => {
  const { format, header, rows } = headOf(Buffer.from(text), about, heading === undefined ? {} : { heading });
  return [format.heading, header, rows.length];
};

test('where the heading stands is seen: the first row that is nearly as wide as any', () => {
  expect(headed(office)).toEqual([3, ['Id', 'Nombre', 'Correo', '#4', 'Correo (2)'], 3]);
  expect(headed('Cliente,,Dirección,,\nNombre,NIF,Calle,CP,Ciudad\na,b,c,d,e\n')).toEqual([2, ['Nombre', 'NIF', 'Calle', 'CP', 'Ciudad'], 1]);
  expect(headed('Nombre,Correo\nUno,\nDos,\n')).toEqual([1, ['Nombre', 'Correo'], 2]);
  expect(headed('\n\nNombre\nUno\n')).toEqual([3, ['Nombre'], 1]);
  expect(headed('Nombre,Correo,Ciudad\nUno,a,b\n', 2)).toEqual([2, ['Uno', 'a', 'b'], 0]);
  expect(() => headed('')).toThrow('is empty');
});
