import { gzipSync } from 'node:zlib';
import { runWaitingImports } from '@orbita/database/imports';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createUser } from '../sessions/create-user.ts';
import { type Person, signIn, startTestServer, type TestServer } from '../testing/index.ts';

let server: TestServer;
let admin: Person;
beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server.url);
}, 120_000);
afterAll(() => server.close());

const handIn = (bytes: Uint8Array | string, name = 'file.csv', cookie = admin.cookie, type = 'application/octet-stream') =>
  fetch(`${server.url}/api/imports/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { cookie, 'content-type': type }, body: bytes as Uint8Array<ArrayBuffer> });

async function handedIn(bytes: Uint8Array | string, name?: string): Promise<string> {
  const answer = await handIn(bytes, name);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

type Sketch = { room: string; format: object; columns: { name: string; target: string | null; words: object[] }[]; rows: string[][]; constants: { target: string; text: string }[] };
const sketchDocument = `query($fileId: ID!) { importSketch(fileId: $fileId) { refusal { code message } sketch {
  room system onExisting unsure savedName format { encoding separator heading decimal dates } columns { name target guessedBy samples words { from to } } rows
  constants { target text } targets { key section label required choices { value label } } rooms { value label } } } }`;

async function sketch(fileId: string): Promise<Sketch> {
  const { body } = await admin.ask(sketchDocument, { body: { variables: { fileId } } });
  const { sketch: found, refusal } = body.data!['importSketch'] as { sketch: Sketch; refusal: unknown };
  expect(refusal).toBeNull();
  return found;
}

const planOf = ({ room, format, columns, constants }: Sketch) => ({
  room, format, constants, columns: columns.filter(({ target }) => target !== null).map(({ name, target, words }) => ({ name, target, words })),
});

const counts = 'rows { created updated unchanged skipped refused } things { kind label created updated unchanged }';

async function ask<Answer>(document: string, variables: object): Promise<Answer> {
  const { body } = await admin.ask(document, { body: { variables } });
  expect(body.errors).toBeUndefined();
  return Object.values(body.data!)[0] as Answer;
}

const preview = (input: object) => ask<{ preview: Record<string, unknown> | null; refusal: unknown }>(
  `query($input: PlannedImportInput!) { importPreview(input: $input) { refusal { code field message } preview { rowsTried whole ${counts} unmapped problems { row column code message cells { from to } } } } }`, { input });
const start = (input: object, key?: string) => ask<{ import: { id: string } | null; refusal: { message: string } | null }>(
  'mutation($input: PlannedImportInput!, $key: String) { startImport(input: $input, idempotencyKey: $key) { refusal { code field message } import { id status } } }', { input, key });
const look = (id: string) => ask<Record<string, unknown>>(`query($id: ID!) { import(id: $id) { status share rowsRead startedByName failureMessage viewerCanResume ${counts} problems { rows { row column message } hasMore } } }`, { id });

/** The server's own clock may have begun it. */
async function imported(id: string): Promise<Record<string, unknown>> {
  await runWaitingImports(server.database);
  await vi.waitFor(async () => expect(['DONE', 'FAILED', 'STOPPED', 'UNDONE']).toContain((await look(id))['status']), { timeout: 20_000 });
  return look(id);
}

const people = 'Nombre;Apellidos;Correo;Móvil;Fecha alta\nAna;Paz Ruiz;ana@paz.example;612 345 678;31/01/2024\nLeo;Ruiz;no es correo;;15/02/2024\nEva;Sol;eva@sol.example;;\n';

test('a file from a spreadsheet program is understood, tried, imported, and what was wrong given back to be mended', async () => {
  const fileId = await handedIn(Buffer.from(people, 'latin1'), 'clientes.csv');
  const found = await sketch(fileId);
  expect(found).toMatchObject({ room: 'customers', format: { encoding: 'WINDOWS_1252', separator: ';', decimal: ',', dates: 'DMY' } });
  expect(found.columns.map(({ target }) => target)).toEqual(['customer.givenName', 'customer.familyName', 'customer.email', 'customer.mobile', 'customer.customerSince']);
  const plan = planOf(found);
  const input = { fileId, plan };
  expect(await preview(input)).toMatchObject({ refusal: null, preview: { rowsTried: 3, whole: true, rows: { created: 2, refused: 1 }, problems: [{ row: 3, column: 'Correo' }] } });
  expect((await admin.ask('{ customers { totalCount } }')).body.data).toMatchObject({ customers: { totalCount: 0 } });
  const first = await start(input, 'once');
  expect(await start(input, 'once')).toEqual(first);
  expect(await imported(first.import!.id)).toMatchObject({ status: 'DONE', share: 1, rowsRead: 3, startedByName: 'Administrator', rows: { created: 2, refused: 1 }, problems: { rows: [{ row: 3 }], hasMore: false } });
  const problems = await fetch(`${server.url}/api/imports/${first.import!.id}/problems.csv`, { headers: { cookie: admin.cookie } });
  const mended = (await problems.text()).replace('no es correo', 'leo@ruiz.example');
  expect(mended.split('\r\n')[0]).toBe('row,column,code,message,Nombre,Apellidos,Correo,Móvil,Fecha alta');
  const again = await handedIn(mended, 'mended.csv');
  const second = await sketch(again);
  const { import: job } = await start({ fileId: again, plan: planOf({ ...second, format: { ...second.format, dates: 'DMY' } }) });
  expect(await imported(job!.id)).toMatchObject({ status: 'DONE', rows: { created: 1, refused: 0 } });
  // Planned as the first: what was corrected by hand then is known now, and what nothing in three rows decides.
  const { sketch: like } = await ask<{ sketch: Sketch & { unsure: string[] } }>('query($fileId: ID!, $importId: ID) { importSketch(fileId: $fileId, importId: $importId) { sketch { room unsure format { dates decimal separator } columns { name target } } } }', { fileId: await handedIn(mended, 'again.csv'), importId: first.import!.id });
  expect(like).toMatchObject({ room: 'customers', unsure: [], format: { dates: 'DMY', decimal: ',', separator: ',' } });
  expect(like.columns.map(({ target }) => target)).toEqual([null, null, null, null, 'customer.givenName', 'customer.familyName', 'customer.email', 'customer.mobile', 'customer.customerSince']);
  const spanish = await fetch(`${server.url}/api/imports/${first.import!.id}/problems.csv?language=es`, { headers: { cookie: admin.cookie } });
  expect(await spanish.text()).toMatch(/^fila,columna,/);
});

test('the same file again changes nothing, not even of whom has neither id nor e-mail', async () => {
  const file = 'Name,Phone\nBar Pepe,+34 912 345 678\nAcme,\n';
  const load = async () => {
    const fileId = await handedIn(file);
    const { import: job } = await start({ fileId, plan: planOf(await sketch(fileId)) });
    return (await imported(job!.id))['rows'];
  };
  expect(await load()).toMatchObject({ created: 2, unchanged: 0 });
  expect(await load()).toMatchObject({ created: 0, unchanged: 2 });
});

test('a row that differs from what is here is told in the words of the screen, in the file to be mended as well', async () => {
  const load = async (name: string) => {
    const fileId = await handedIn(`Código;Nombre\nK1;${name}\n`);
    const { import: job } = await start({ fileId, plan: { ...planOf(await sketch(fileId)), system: 'kept' } });
    return { id: job!.id, ...(await imported(job!.id)) };
  };
  await load('Kiosko SL');
  expect(await load('Quiosco SL')).toMatchObject({ problems: { rows: [{ row: 2, column: 'Nombre', message: 'What was there was kept: Nombre. To have the file decide, choose “Write over it” for what is here already.' }] } });
  const file = await fetch(`${server.url}/api/imports/${(await load('Quiosco SL')).id}/problems.csv?language=es`, { headers: { cookie: admin.cookie } });
  expect(await file.text()).toContain('elige «Sobrescribirlo» para lo que ya está aquí');
});

test('a spreadsheet is read as it shows: dates, numbers, results of formulas, the first sheet that holds something', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Empty');
  const sheet = book.addWorksheet('Orders');
  sheet.addRow(['Order Number', 'Customer ID', 'Customer Name', 'Order Date', 'SKU', 'Quantity', 'Unit Price']);
  sheet.addRow(['P-1', 'C9', 'Bodega Nueve', new Date('2026-03-01T00:00:00Z'), 'V1', 2, { formula: '5*2', result: 10.5 }]);
  sheet.addRow(['P-1', 'C9', 'Bodega Nueve', new Date('2026-03-01T00:00:00Z'), 'V2', 1, 3]);
  const fileId = await handedIn(new Uint8Array(await book.xlsx.writeBuffer()), 'orders.csv');
  const found = await sketch(fileId);
  expect(found).toMatchObject({ room: 'orders', rows: [['P-1', 'C9', 'Bodega Nueve', '2026-03-01', 'V1', '2', '10.5'], expect.anything()], constants: [{ target: 'order.currency', text: 'EUR' }] });
  const { import: job } = await start({ fileId, plan: planOf(found) });
  expect(await imported(job!.id)).toMatchObject({ status: 'DONE', rows: { created: 2 } });
  const { body } = await admin.ask('{ orders { edges { node { number amount { amount } customer { name } } } } }');
  expect(body.data).toMatchObject({ orders: { edges: [{ node: { number: 'P-1', amount: { amount: '24.00' }, customer: { name: 'Bodega Nueve' } } }] } });
});

test('a sheet with a title over its heading, heads of groups and blank rows is read from its heading on, each row by its number', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Clientes');
  sheet.getCell('A1').value = 'LISTADO DE CLIENTES A 31/12/2025';
  sheet.mergeCells('A1:D1');
  sheet.getRow(4).values = ['Código', 'Razón social', 'Contacto'];
  sheet.mergeCells('C4:D4');
  sheet.getRow(5).values = [430_001, 'Bodega Titulada SL', 'Ana Paz', 'ana@titulada.example'];
  sheet.getRow(9).values = [430_002, '', 'Leo Sol', 'leo@titulada.example'];
  sheet.getRow(10).values = [430_003, 'Bodega Otra SL', 'Eva Gil', 'eva@otra.example'];
  sheet.getRow(11).values = [430_004, 'Bodega Tercera SL', '', 'hola@tercera.example'];
  const fileId = await handedIn(new Uint8Array(await book.xlsx.writeBuffer()), 'listado.xlsx');
  const found = await sketch(fileId);
  expect(found.columns.map(({ name, target }) => [name, target])).toEqual([
    ['Código', 'customer.externalId'], ['Razón social', 'customer.name'], ['Contacto', 'customer.contactName'], ['#4', 'customer.email'],
  ]);
  const { sketch: seen } = await ask<{ sketch: object }>('query($fileId: ID!) { importSketch(fileId: $fileId) { sketch { format { heading } } } }', { fileId });
  expect(seen).toEqual({ format: { heading: 4 } });
  const plan = { ...planOf(found), format: { ...found.format, heading: 4 }, system: 'listado' };
  // Nobody is refused but a row without any name, and it is told by the number that the sheet shows.
  const nameless = { ...plan, columns: plan.columns.filter(({ target }) => target !== 'customer.contactName') };
  expect(await preview({ fileId, plan: nameless })).toMatchObject({ preview: { rowsTried: 4, rows: { created: 3, refused: 1 }, problems: [{ row: 9 }] } });
  const { import: job } = await start({ fileId, plan: nameless });
  expect(await imported(job!.id)).toMatchObject({ status: 'DONE', rowsRead: 4, rows: { created: 3, refused: 1 }, problems: { rows: [{ row: 9 }] } });
});

test('dates and amounts that somebody typed as text into a sheet are read as they are meant', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Ofertas');
  sheet.addRow(['Título', 'Cliente', 'Importe', 'Fecha de alta', 'Fecha prevista']);
  sheet.addRow(['Prensa', 'Casa Texto SL', '1.234,50 €', '31/01/2024', '15/03/2024']);
  sheet.addRow(['Tanque', 'Casa Texto SL', 1234.5, new Date('2024-02-28T00:00:00Z'), '01/04/2024']);
  const fileId = await handedIn(new Uint8Array(await book.xlsx.writeBuffer()), 'ofertas.xlsx');
  const found = await sketch(fileId);
  expect(found).toMatchObject({ room: 'opportunities', format: { dates: 'DMY' }, columns: [{}, {}, { target: 'opportunity.amount' }, { target: 'opportunity.openedAt' }, { target: 'opportunity.expectedCloseOn' }] });
  const { import: job } = await start({ fileId, plan: { ...planOf(found), system: 'texto' } });
  expect(await imported(job!.id)).toMatchObject({ rows: { created: 2, refused: 0 } });
  const { body } = await admin.ask('{ opportunities(first: 2) { edges { node { title amount { amount } expectedCloseOn } } } }');
  expect(body).toMatchObject({ data: { opportunities: { edges: expect.arrayContaining([
    { node: { title: 'Prensa', amount: { amount: '1234.50' }, expectedCloseOn: '2024-03-15' } }, { node: { title: 'Tanque', amount: { amount: '1234.50' }, expectedCloseOn: '2024-04-01' } },
  ]) } } });
});

test('hostile files are refused or tamed, with a word that says what to do', async () => {
  const said = async (bytes: Uint8Array | string, name?: string) => {
    const answer = await handIn(bytes, name);
    return answer.status === 201 ? 'taken' : ((await answer.json()) as { errors: { message: string }[] }).errors[0]!.message;
  };
  expect(await said('')).toContain('is empty');
  expect(await said(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'people.csv')).toContain('neither CSV nor XLSX');
  expect(await said(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old.xls')).toContain('old kind');
  expect(await said(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]), 'broken.xlsx')).toContain('cannot be read');
  expect(await said(gzipSync('a,b\n1,2\n').subarray(0, 20), 'cut.csv.gz')).toContain('broken or cut off');
  const bomb = new ExcelJS.Workbook();
  const sheet = bomb.addWorksheet('x');
  for (let row = 0; row < 1700; row += 1) sheet.addRow([`${row}${'a'.repeat(32_000)}`]);
  expect(await said(new Uint8Array(await bomb.xlsx.writeBuffer()), 'bomb.xlsx')).toMatch(/unpacks to far more/);
  // Half a letter at the end of what says it is UTF-8, a cell of ten million characters, and a formula.
  const half = await handedIn(Buffer.concat([Buffer.from('Name,City\nMuñoz,León\nJo'), Buffer.from([0xc3])]));
  expect(await preview({ fileId: half, plan: { ...planOf(await sketch(half)), format: { encoding: 'UTF_8', separator: ',', decimal: '.', dates: 'YMD' } } })).toMatchObject({ refusal: { message: expect.stringContaining('is not utf-8') } });
  const wide = await handedIn(`Name,Email\n"${'x'.repeat(10_000_000)}",a@b.example\n`);
  expect((await ask<{ refusal: { message: string } }>(sketchDocument, { fileId: wide })).refusal.message).toContain('longer than a million');
  const formula = await handedIn('Name,Email\n"=cmd|\' /C calc\'!A0",calc@b.example\n');
  const { import: job } = await start({ fileId: formula, plan: planOf(await sketch(formula)) });
  expect(await imported(job!.id)).toMatchObject({ rows: { created: 1 } });
});

test('who may not import learns nothing, and a file is its owner’s', async () => {
  const eve = { email: 'eve@import.example', password: 'long enough for it' };
  await createUser(server.database.em, { name: 'Eve', ...eve, role: 'sales' }, 'COMMAND_LINE', new Date());
  const max = { email: 'max@import.example', password: 'long enough for it' };
  await createUser(server.database.em, { name: 'Max', ...max, role: 'marketing' }, 'COMMAND_LINE', new Date());
  const sales = await signIn(server.url, eve);
  const marketing = await signIn(server.url, max);
  expect((await handIn(people, 'a.csv', sales.cookie)).status).toBe(403);
  expect((await handIn(people, 'a.csv', 'none=1')).status).toBe(401);
  expect((await handIn(people, 'a.csv', admin.cookie, 'text/plain')).status).toBe(415);
  const fileId = await handedIn(people);
  const asked = await marketing.ask(sketchDocument, { body: { variables: { fileId } } });
  expect(asked.body.data).toMatchObject({ importSketch: { sketch: null, refusal: { code: 'NOT_FOUND' } } });
  const own = ((await (await handIn('SKU,Name\nA,B\n', 'p.csv', marketing.cookie)).json()) as { id: string }).id;
  const rooms = await marketing.ask(sketchDocument, { body: { variables: { fileId: own } } });
  expect((rooms.body.data!['importSketch'] as { sketch: { rooms: { value: string }[] } }).sketch.rooms.map(({ value }) => value)).toEqual(['customers', 'contacts', 'activities', 'leads']);
});

test('a mapping that is saved is taken for the next file that has its columns', async () => {
  const file = 'Kunde,Post\nRhein AG,a@rhein.example\n';
  const fileId = await handedIn(file);
  const plan = { ...planOf(await sketch(fileId)), system: 'rhein', columns: [{ name: 'Kunde', target: 'customer.name' }, { name: 'Post', target: 'customer.email' }] };
  await ask('mutation($input: SaveImportMappingInput!) { saveImportMapping(input: $input) { mappings { name } refusal { message } } }', { input: { name: 'Rhein', plan } });
  expect((await ask<{ sketch: object }>(`query($fileId: ID!, $mappingId: ID) { importSketch(fileId: $fileId, mappingId: $mappingId, useSaved: false) { sketch { savedName columns { target } } } }`, {
    fileId: await handedIn('kunde,Ort\nAlpen AG,Wien\n'), mappingId: (await ask<{ id: string }[]>('{ importMappings { id } }', {}))[0]!.id,
  })).sketch).toEqual({ savedName: 'Rhein', columns: [{ target: 'customer.name' }, { target: null }] });
  expect(await sketch(await handedIn(file))).toMatchObject({ savedName: 'Rhein', system: 'rhein', columns: [{ target: 'customer.name' }, { target: 'customer.email' }] });
});

test('names of owners whom nobody here is are told of the whole file, however few of its rows are tried', async () => {
  const file = ['Nombre;Comercial', ...Array.from({ length: 900 }, (_, at) => `Casa ${at} SL;${at < 500 ? 'administrator' : at % 3 === 0 ? 'Eva Vieja' : 'Pepe Gil'}`), ''].join('\n');
  const fileId = await handedIn(file);
  const found = await sketch(fileId);
  expect(found.columns[1]).toMatchObject({ target: 'customer.owner' });
  const owners = 'query($input: PlannedImportInput!) { importPreview(input: $input) { refusal { message } preview { rowsTried whole rows { created refused } unknownOwners { name rows left } } } }';
  const plan = planOf(found);
  expect(await ask(owners, { input: { fileId, plan } })).toEqual({ refusal: null, preview: {
    rowsTried: 500, whole: false, rows: { created: 500, refused: 0 }, unknownOwners: [{ name: 'Pepe Gil', rows: 267, left: false }, { name: 'Eva Vieja', rows: 133, left: false }],
  } });
  const said = { ...plan, onUnknownOwner: 'REFUSE', columns: plan.columns.map((one) => ({ ...one, words: one.target === 'customer.owner' ? [{ from: 'Pepe Gil', to: 'administrator' }] : [] })) };
  expect(await ask(owners, { input: { fileId, plan: said } })).toMatchObject({ preview: { unknownOwners: [{ name: 'Eva Vieja' }] } });
  const { import: job } = await start({ fileId, plan: said });
  expect(await imported(job!.id)).toMatchObject({ status: 'DONE', rows: { created: 767, refused: 133 } });
});

test('the words of a column are told for the target that somebody looks at, with what each may mean', async () => {
  const fileId = await handedIn('Company,State\nRhein AG,Open\nBar Pepe,Whatever\n');
  const words = (target: string) => ask<object[]>('query($fileId: ID!, $target: String!) { importWords(fileId: $fileId, column: "State", target: $target, room: leads, format: { encoding: UTF_8, separator: ",", decimal: ".", dates: DMY }) { from to } }', { fileId, target });
  expect(await words('lead.status')).toEqual([{ from: 'Open', to: 'NEW' }, { from: 'Whatever', to: '' }]);
  expect(await words('lead.owner')).toEqual([{ from: 'Open', to: 'Open' }, { from: 'Whatever', to: 'Whatever' }]);
  expect(await words('lead.subject')).toEqual([]);
});
