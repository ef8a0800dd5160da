import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, run } from '@orbita/database/connection';
import { openTestDatabase } from '@orbita/database/testing';
import type { Database } from '@orbita/database/database';
import { Command } from 'commander';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { runCommand } from '#commands';
import { addImportCommand, type Send } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'orbita-import-'));
const path = (name: string) => join(folder, name);
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  const em = database.em.fork();
  await run(em, sql`
    insert into company (id, name, country, currency, zone, language, working_hours, updated_at)
    values (${newId()}::uuid, 'Test', 'ES', 'EUR', 'Europe/Madrid', 'es', '{}', now())`);
  await run(em, sql`insert into business_line (id, name, is_default) values (${newId()}::uuid, 'General', true)`);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function orbita(...words: string[]): Promise<string[]> {
  const lines: string[] = [];
  const send: Send = async (name, input, show) => {
    let done = false;
    await runCommand(database, name, input, (told) => {
      done = 'done' in told;
      show(told);
    });
    return done;
  };
  const program = new Command('orbita').exitOverride();
  addImportCommand(program, send, (told) => lines.push(Object.values(told)[0] as string));
  process.exitCode = 0;
  await program.parseAsync(['node', 'orbita', 'import', ...words]);
  return [...lines, `exit ${process.exitCode}`];
}
afterEach(() => { process.exitCode = 0; });

const mapping = {
  room: 'customers', system: 'test', files: { rows: { path: 'clients.csv', separator: ';', encoding: 'windows-1252' } },
  customer: { externalId: 'Nº', name: 'Nombre', kind: { constant: 'ORGANISATION' }, email: 'Correo', country: { constant: 'ES' } },
  skip: [{ reason: 'TEST_ROW', when: { column: 'Nombre', startsWith: 'TEST' } }],
};
const write = (name: string, content: unknown) => writeFileSync(path(name), typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));

test('a spreadsheet is loaded as it shows, however its mapping says that text is written', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Clients');
  sheet.addRows([['Nº', 'Nombre', 'Correo'], [901, 'Viña Ancha', 'hola@ancha.example']]);
  write('sheet.json', mapping);
  write('sheet.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
  expect((await orbita(path('sheet.json'), '--file', `rows=${path('sheet.xlsx')}`, '--language', 'en', '--problems', folder))[0]).toContain('1 rows read = 1 new');
});

test('files are loaded, every row is told of, and what was not loaded is a file with its reasons, in the asked language', async () => {
  write('mapping.json', mapping);
  write('clients.csv', Buffer.from('N\xba;Nombre;Correo;Otra\r\n1;Ca\xf1ones;a@canones.es;x\r\n2;"=Malo; SL";no es;\r\n3;TEST;;\r\n', 'latin1'));
  expect(await orbita(path('mapping.json'), '--data', folder, '--problems', folder, '--language', 'en')).toEqual([
    'mapping.json: 3 rows read = 1 new + 0 changed + 0 unchanged + 1 left out + 1 refused.',
    '  New: 1 customers.',
    '  Left out as the mapping says: TEST_ROW 1.',
    '  Refused: INVALID_FORMAT 1.',
    '  Columns that nothing reads: Otra.',
    `  Every row that was not loaded whole, with the reason: ${path('mapping.problems.csv')}`,
    'Imported, but for the rows that were refused.',
    'exit 2',
  ]);
  expect(readFileSync(path('mapping.problems.csv'), 'utf8').split('\r\n')).toEqual([
    '\uFEFFrow,column,code,message,Nº,Nombre,Correo,Otra',
    expect.stringMatching(/^3,Correo,INVALID_FORMAT,.*for example ana@empresa\.es.*,2,'=Malo; SL,no es,$/),
    '4,,TEST_ROW,Left out as the mapping says.,3,TEST,,',
    '',
  ]);
});

test("without asking, all is told in the company's language; a file without problems leaves none behind", async () => {
  write('clients.csv', Buffer.from('N\xba;Nombre;Correo\r\n1;Otro;a@canones.es\r\n9;;x@y.es\r\n', 'latin1'));
  write('mapping.json', mapping);
  expect(await orbita(path('mapping.json'), '--data', folder, '--problems', folder)).toEqual([
    'mapping.json: 2 filas leídas = 0 nuevas + 0 cambiadas + 1 sin cambios + 0 omitidas + 1 rechazadas.',
    '  Difiere y se ha conservado lo que había: Nombre 1.',
    '  Rechazadas: REQUIRED 1.',
    `  Las filas que no se han cargado enteras, con el motivo: ${path('mapping.problems.csv')}`,
    'Importado, salvo las filas rechazadas.',
    'exit 2',
  ]);
  expect(readFileSync(path('mapping.problems.csv'), 'utf8').split('\r\n').slice(0, 3)).toEqual([
    '\uFEFFfila,columna,código,mensaje,Nº,Nombre,Correo',
    '2,Nombre,KEPT,"Se ha conservado lo que había: Nombre. Para que decida el fichero, pon ""onExisting"": ""update"" en la correspondencia.",1,Otro,a@canones.es',
    '3,Nombre,REQUIRED,Rellena este campo.,9,,x@y.es',
  ]);
  write('clients.csv', Buffer.from('N\xba;Nombre;Correo\r\n1;Ca\xf1ones;a@canones.es\r\n', 'latin1'));
  expect((await orbita(path('mapping.json'), '--data', folder, '--problems', folder)).slice(-2)).toEqual(['Importado.', 'exit 0']);
  expect(existsSync(path('mapping.problems.csv'))).toBe(false);
});

test('a mapping that is wrong is refused before anything is read, with the place', async () => {
  write('wrong.json', { ...mapping, customer: { nam: 'Nombre' } });
  expect(await orbita(path('wrong.json'), '--data', folder, '--language', 'en')).toEqual([
    expect.stringMatching(/^wrong\.json, customer\.nam: "nam" is not known here; known are externalId/), 'exit 1',
  ]);
  expect((await orbita(path('wrong.json'), '--data', folder))[0]).toMatch(/no se conoce aquí; se conocen externalId/);
  write('cut.json', '{ "room":');
  await expect(orbita(path('cut.json'))).rejects.toThrow('cut.json is not JSON');
  await expect(orbita(path('none.json'), '--language', 'es')).rejects.toThrow('No hay correspondencia en');
  await expect(orbita(folder)).rejects.toThrow('is a folder. Give a file.');
  await expect(orbita(path('wrong.json'), path('cut.json'), '--file', 'rows=x')).rejects.toThrow('--file goes with one mapping only');
  expect((await orbita(path('mapping.json'), '--problems', path('nowhere')))[0]).toMatch(/^--problems: No hay carpeta .*nowhere/);
});

test.each([
  ['no file', null, /There is no file .*given\.csv\. Give its folder with --data/],
  ['an empty file', '', /given\.csv is empty/],
  ['a broken spreadsheet', Buffer.from('PK\u0003\u0004....'), /packed like a spreadsheet but cannot be read/],
  ['a spreadsheet of an old kind', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /Save it as XLSX or CSV/],
  ['UTF-8 where Windows-1252 is said', 'Nº;Nombre;Correo\n1;Cañones;\n', /is not windows-1252\. Say its encoding/],
  ['UTF-16 where Windows-1252 is said', Buffer.from('\uFEFFNº;Nombre;Correo\n', 'utf16le'), /is not windows-1252/],
  ['another separator', 'N,Nombre,Correo\n1,a,\n', /no column "Nombre"\. The whole heading is one column \(N,Nombre,Correo\): is "," its separator\?/],
  ['another heading', 'Id;Name;Mail\n1;a;\n', /there is no column "Nombre"; it has Id, Name, Mail/],
  ['a broken packing', Buffer.from('1f8b0800000000000003abcd', 'hex'), /is packed and cannot be unpacked/],
])('%s is refused with what to do', async (_, content, expected) => {
  if (content !== null) write('given.csv', content);
  write('given.json', { ...mapping, files: { rows: { ...mapping.files.rows, path: 'given.csv' } } });
  const [line, exit] = await orbita(path('given.json'), '--data', folder, '--problems', folder, '--language', 'en');
  expect(line).toMatch(expected);
  expect([line?.startsWith('given.json'), exit]).toEqual([true, 'exit 1']);
});

test('a folder where a file should be, and files of a role that the mapping does not have, are refused', async () => {
  expect((await orbita(path('given.json'), '--file', `rows=${folder}`, '--language', 'en'))[0]).toMatch(/is a folder\. Give a file\.$/);
  expect((await orbita(path('given.json'), '--file', `lines=${path('clients.csv')}`, '--language', 'en'))[0]).toMatch(/There is one file only/);
});

test('one who left stops the import between two batches, and it goes on where it stood', async () => {
  write('clients.csv', Buffer.from(`N\xba;Nombre;Correo\n${Array.from({ length: 5100 }, (__, index) => `m${index};Uno ${index};\n`).join('')}`, 'latin1'));
  const asked = { mappings: [{ path: path('mapping.json'), content: mapping }], files: {}, data: folder, problems: folder, language: 'en' };
  const gone = new AbortController();
  const told: string[] = [];
  await runCommand(database, 'import', asked, (one) => {
    gone.abort();
    told.push(Object.values(one)[0] as string);
  }, gone.signal);
  expect(told.at(-1)).toBe('mapping.json: Stopped. Give the same command again, and it goes on where it stood.');
  const lines = await orbita(path('mapping.json'), '--data', folder, '--problems', folder, '--language', 'en');
  expect(lines.slice(0, 2)).toEqual([
    'mapping.json: went on with the import that was not finished.',
    'mapping.json: 5,100 rows read = 5,100 new + 0 changed + 0 unchanged + 0 left out + 0 refused.',
  ]);
}, 60_000);

test('rows of people who left come in, and the summary and the notes say so', async () => {
  write('owned.json', { room: 'customers', system: 'owned', files: { rows: {} }, customer: { name: 'Nombre', owner: 'Comercial' } });
  write('owned.csv', 'Nombre,Comercial\nCasa Una SL,Pepe Gil\n');
  const asked = [path('owned.json'), '--file', `rows=${path('owned.csv')}`, '--problems', folder];
  expect(await orbita(...asked, '--language', 'en')).toEqual([
    'owned.json: 1 rows read = 1 new + 0 changed + 0 unchanged + 0 left out + 0 refused.', '  New: 1 customers.',
    '  Without the owner that they name, since nobody who works here is called so: 1.',
    `  Every row that was not loaded whole, with the reason: ${path('owned.problems.csv')}`, 'Imported.', 'exit 0',
  ]);
  expect(readFileSync(path('owned.problems.csv'), 'utf8').split('\r\n')[1]).toBe(
    '2,Comercial,NO_OWNER,Nobody who works here has the e-mail or name “Pepe Gil”: the row was taken as if it named no owner.,Casa Una SL,Pepe Gil');
});

test('leads and opportunities with their history are loaded one after the other, and loaded again change nothing', { timeout: 60_000 }, async () => {
  write('leads.json', {
    room: 'leads', system: 'crm', files: { rows: { path: 'leads.csv' } }, customer: { name: 'company', email: 'mail' },
    lead: { externalId: 'id', channel: 'channel', capturedAt: 'at', status: 'status', disqualifiedReason: 'why' },
  });
  write('deals.json', {
    room: 'opportunities', system: 'crm', files: { rows: { path: 'deals.csv' } }, customer: { name: 'company', email: 'mail' },
    opportunity: { externalId: 'id', title: 'title', amount: 'value', stage: 'stage', openedAt: 'at', lead: 'lead' }, stages: { understood: 'understood' },
  });
  write('leads.csv', 'id,company,mail,channel,at,status,why\n1,Bodegas Río,a@rio.es,Feria,2024-02-01,Nuevo,\n2,Otra,b@otra.es,Feria,2024-02-01,Descualificado,\n');
  write('deals.csv', 'id,company,mail,title,value,stage,at,lead,understood\n9,,,Prensa,900,Need understood,2024-02-03,1,2024-02-05\n8,Bodegas Río,a@rio.es,Otra,5,Regateo,2024-02-03,,\n');
  const both = ['leads.json', 'deals.json'].map(path);
  expect(await orbita(...both, '--data', folder, '--problems', folder)).toEqual([
    'leads.json: 2 filas leídas = 1 nuevas + 0 cambiadas + 0 sin cambios + 0 omitidas + 1 rechazadas.', '  Nuevo: 1 clientes, 1 leads.', '  Rechazadas: REQUIRED 1.',
    `  Las filas que no se han cargado enteras, con el motivo: ${path('leads.problems.csv')}`,
    'deals.json: 2 filas leídas = 1 nuevas + 0 cambiadas + 0 sin cambios + 0 omitidas + 1 rechazadas.', '  Nuevo: 1 oportunidades.', '  Rechazadas: NOT_FOUND 1.',
    `  Las filas que no se han cargado enteras, con el motivo: ${path('deals.problems.csv')}`,
    'Importadas 2 partes, salvo las filas rechazadas.', 'exit 2',
  ]);
  expect(readFileSync(path('deals.problems.csv'), 'utf8').split('\r\n')[1]).toMatch(/^3,stage,NOT_FOUND,"El embudo no tiene fase «Regateo»\. Tiene contacted \(First contact, Primer contacto\); .*",8,Bodegas Río/);
  expect((await orbita(...both, '--data', folder, '--problems', folder, '--language', 'en')).filter((line) => line.includes(' rows read '))).toEqual([
    'leads.json: 2 rows read = 0 new + 0 changed + 1 unchanged + 0 left out + 1 refused.', 'deals.json: 2 rows read = 0 new + 0 changed + 1 unchanged + 0 left out + 1 refused.',
  ]);
  expect(readFileSync(path('leads.problems.csv'), 'utf8')).toMatch(/\r\n2,status,KEPT,What was there was kept: status\. No file changes this of what is here already\./);
});
