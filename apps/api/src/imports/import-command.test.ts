import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, run } from '@orbita/database/connection';
import { openTestDatabase } from '@orbita/database/testing';
import type { Database } from '@orbita/database/database';
import { isRefused, refusalMessage } from '@orbita/domain/refusal';
import { Command } from 'commander';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addImportCommand, importCommand, type Send } from './index.ts';

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
    expect(name).toBe('import');
    const result = await importCommand.run(input, { database, tell: (line) => show({ line }) });
    show(isRefused(result) ? { refused: `${result.field}: ${refusalMessage(result, 'en')}` } : result);
    return !isRefused(result);
  };
  const program = new Command('orbita').exitOverride();
  addImportCommand(program, send, (told) => lines.push(Object.values(told)[0] as string));
  await program.parseAsync(['node', 'orbita', 'import', ...words]);
  return lines;
}

const mapping = {
  room: 'customers', source: 'test', files: { rows: { path: 'clients.csv', separator: ';', encoding: 'windows-1252' } },
  customer: { externalId: 'Nº', name: 'Nombre', kind: { constant: 'ORGANISATION' }, email: 'Correo', country: { constant: 'ES' } },
  skip: [{ reason: 'TEST_ROW', when: { column: 'Nombre', startsWith: 'TEST' } }],
};

test('files are loaded, every row is told of, and what was not loaded is a file with its reasons', async () => {
  writeFileSync(path('mapping.json'), JSON.stringify(mapping));
  writeFileSync(path('clients.csv'), Buffer.from('N\xba;Nombre;Correo;Otra\r\n1;Ca\xf1ones;a@canones.es;x\r\n2;"=Malo; SL";no es;\r\n3;TEST;;\r\n', 'latin1'));
  expect(await orbita(path('mapping.json'), '--data', folder, '--problems', folder)).toEqual([
    'mapping.json: 3 rows read = 1 new + 0 changed + 0 unchanged + 1 left out + 1 refused.',
    '  New: 1 customers.',
    '  Left out as the mapping says: TEST_ROW 1.',
    '  Refused: INVALID_FORMAT 1.',
    '  Columns that nothing reads: Otra.',
    `  Every row that was not loaded, with the reason: ${path('mapping.problems.csv')}`,
    'Imported.',
  ]);
  expect(readFileSync(path('mapping.problems.csv'), 'utf8').split('\r\n')).toEqual([
    '\uFEFFrow,column,code,message,Nº,Nombre,Correo,Otra',
    expect.stringMatching(/^3,Correo,INVALID_FORMAT,.*ana@empresa\.es.*,2,'=Malo; SL,no es,$/),
    '4,,TEST_ROW,Left out as the mapping says.,3,TEST,,',
    '',
  ]);
});

test('a mapping that is wrong is refused before anything is read, with the place', async () => {
  writeFileSync(path('wrong.json'), JSON.stringify({ ...mapping, customer: { nam: 'Nombre' } }));
  expect(await orbita(path('wrong.json'), '--data', folder)).toEqual([expect.stringMatching(/^wrong\.json, customer\.nam: .*known are externalId/)]);
  await expect(orbita(path('none.json'))).rejects.toThrow('There is no mapping at');
});
