import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { captureLead, disqualifyLead, type NewLead, qualifyLead, recycleLead, workLead } from '#leads';
import { byVerbs, luz, openCompany } from './by-verbs.fixture.ts';
import { loadText } from './load-text.fixture.ts';
import { standing } from './standing.fixture.ts';

let database: Database;
beforeEach(async () => { database = await openCompany(); });
afterEach(() => database.close());

const fair = {
  room: 'leads', system: 'fair', files: { rows: { separator: ';', dates: 'DMY', decimal: ',' } },
  lead: {
    externalId: 'Id', channel: 'Canal', source: 'Origen', campaign: 'Campaña', subject: 'Asunto', message: 'Mensaje', capturedAt: 'Recibido',
    status: { column: 'Estado', values: { 'En curso': 'WORKED' } }, firstResponseAt: 'Contestado', decidedAt: 'Decidido', nurtureUntil: 'Hasta',
    disqualifiedReason: 'Motivo', owner: 'Comercial', budget: 'Presupuesto',
  },
  customer: { name: 'Empresa', givenName: 'Nombre', familyName: 'Apellidos', email: 'Correo', phone: 'Teléfono', country: { constant: 'ES' } },
};
const head = 'Id;Empresa;Nombre;Apellidos;Correo;Teléfono;Canal;Origen;Campaña;Asunto;Mensaje;Recibido;Estado;Contestado;Decidido;Hasta;Motivo;Comercial;Presupuesto\n';
const four = `${head}\
1;Bodegas Río;Ana;Paz;ana@rio.es;+34 600 100 200;Feria;;Alimentaria;Prensa;Busco prensa;01/02/2024 10:00;Descualificado;02/02/2024 09:00;05/02/2024 12:00;;Sin presupuesto;;\n\
2;;Eva;Gil;eva@gil.es;;Formulario web;Web;;Visita;Hola;03/02/2024 10:00;En maduración;04/02/2024 09:00;06/02/2024 12:00;01/03/2024 09:00;;;\n\
3;Molinos SA;Leo;Sanz;leo@molinos.es;;VISIT;;;Molino;;07/02/2024 10:00;Cualificado;08/02/2024 09:00;10/02/2024 12:00;;;LUZ@example.com;1.250,50\n\
4;;Ada;Luna;ada@luna.es;;;;;;;11/02/2024 10:00;;;;;;;\n`;
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const [all, none] = [{ created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 }, []];

test('an imported lead stands as one that was captured, worked and ended by hand at its own dates; loaded again, nothing changes', { timeout: 60_000 }, async () => {
  const { state, problems } = await loadText(database, fair, four);
  expect([state.rows, problems]).toEqual([{ ...all, created: 4 }, none]);
  expect(state.things).toMatchObject({ leads: { created: 4 }, customers: { created: 4 }, contacts: { created: 2 }, opportunities: { created: 1 } });
  const imported = await standing(database);
  const again = await loadText(database, fair, four);
  expect([again.state.rows, again.problems]).toEqual([{ ...all, unchanged: 4 }, none]);
  expect(await standing(database)).toEqual(imported);
  expect(await rows(sql`select distinct origin, actor_kind from timeline_event where type <> 'stageChanged' and actor_kind <> 'SYSTEM'`)).toEqual([{ origin: 'import', actor_kind: 'IMPORT' }]);
  await database.close();
  database = await openCompany();
  await enterByHand();
  expect(imported).toEqual(await standing(database));
});

/** The same four, through the verbs. */
async function enterByHand(): Promise<void> {
  const { write, of } = await byVerbs(database);
  const capture = (moment: string, lead: NewLead) => write(moment, (em, writing) => captureLead(em, lead, writing));
  const one = await capture('2024-02-01T10:00', {
    channel: 'FAIR', campaign: 'Alimentaria', subject: 'Prensa', message: 'Busco prensa', who: { organisation: 'Bodegas Río', givenName: 'Ana', familyName: 'Paz', email: 'ana@rio.es', phone: '+34 600 100 200', country: 'ES' },
  });
  await write('2024-02-02T09:00', async (em, writing) => workLead(em, await of(em, 'lead', one), writing));
  await write('2024-02-05T12:00', async (em, writing) => disqualifyLead(em, { ...await of(em, 'lead', one), reason: 'NO_BUDGET' }, writing));
  const two = await capture('2024-02-03T10:00', { channel: 'WEB_FORM', source: 'WEB', subject: 'Visita', message: 'Hola', who: { givenName: 'Eva', familyName: 'Gil', email: 'eva@gil.es', country: 'ES' } });
  await write('2024-02-04T09:00', async (em, writing) => workLead(em, await of(em, 'lead', two), writing));
  await write('2024-02-06T12:00', async (em, writing) => recycleLead(em, { ...await of(em, 'lead', two), until: new Date('2024-03-01T09:00+01:00') }, writing));
  const externalIds = [{ system: 'crm', id: '3' }];
  await write('2024-02-07T10:00', (em, writing) => createCustomer(em, { kind: 'ORGANISATION', name: 'Molinos SA', source: 'VISIT', ownerId: luz, externalIds }, writing));
  const three = await capture('2024-02-07T10:00', {
    channel: 'VISIT', subject: 'Molino', budget: 125_050, who: { organisation: 'Molinos SA', givenName: 'Leo', familyName: 'Sanz', email: 'leo@molinos.es', country: 'ES', externalIds },
  });
  await write('2024-02-08T09:00', async (em, writing) => workLead(em, await of(em, 'lead', three), writing));
  await write('2024-02-10T12:00', async (em, writing) => qualifyLead(em, { ...await of(em, 'lead', three), title: 'Molino', qualification: { need: { answer: 'YES' } } }, writing));
  await capture('2024-02-11T10:00', { channel: 'IMPORT', who: { givenName: 'Ada', familyName: 'Luna', email: 'ada@luna.es', country: 'ES' } });
}

test('a list without ids or dates is known again by what it says, and one who has no key is not made twice', { timeout: 60_000 }, async () => {
  const list = {
    room: 'leads', system: 'fair-2026', files: { rows: {} }, lead: { channel: { constant: 'FAIR' }, campaign: { constant: 'Alimentaria' }, subject: 'interest' },
    customer: { name: 'company', contactName: 'person', contactEmail: 'mail' },
  };
  const file = 'company,person,mail,interest\nBodegas Río,Ana Paz,ana@rio.es,press\n,Eva Gil,,mill\n,Eva Gil,,mill\n,,leo@sanz.es,mill\nBodegas Río,Ana Paz,ana@rio.es,tanks\n';
  const { state, problems } = await loadText(database, list, file);
  expect([state.rows, problems]).toEqual([{ ...all, created: 4, unchanged: 1 }, none]);
  expect((await loadText(database, list, file)).state.rows).toEqual({ ...all, unchanged: 5 });
  expect(await rows(sql`
    select c.kind, c.name, c.source, (select count(*)::int from lead l where l.customer_id = c.id) as leads,
      (select count(*)::int from cycle y where y.customer_id = c.id and y.phase = 'TRACTION') as cycles from customer c order by name`)).toEqual([
    { kind: 'ORGANISATION', name: 'Bodegas Río', source: 'FAIR', leads: 2, cycles: 1 }, { kind: 'PERSON', name: 'Eva Gil', source: 'FAIR', leads: 1, cycles: 1 },
    { kind: 'PERSON', name: 'leo@sanz.es', source: 'FAIR', leads: 1, cycles: 1 },
  ]);
});

test('what cannot be used is told of its row and column, and leaves nothing behind', { timeout: 60_000 }, async () => {
  const line = (id: number, more: string) => `${id};Uno ${id} SL;;;u${id}@uno.es;;${more}\n`;
  const file = `${head}${line(1, ';;;;;01/02/2024;Descualificado;;;;;;')}${line(2, ';;;;;01/02/2024;RECYCLED;;;;;;')}${line(3, ';;;;;03/02/2024;WORKED;01/02/2024;;;;;')}\
${line(4, ';;;;;01/02/2099;;;;;;;')}${line(5, ';;;;;01/02/2024;;;;;;nadie@example.com;')}${line(6, 'Paloma;;;;;01/02/2024;;;;;;;')}${line(7, ';;;;;01/02/2024;DISQUALIFIED;;;;Otro;;')}\
8;;;;;;;;;;;01/02/2024;;;;;;;\n${line(9, ';;;;;01/02/2024;;;;;;;-5')}1;Otra SL;;;u1@uno.es;;;;;;;01/02/2024;;;;;;;\n`;
  const { state, problems } = await loadText(database, { ...fair, onUnknownOwner: 'refuse' }, file);
  expect(state.rows).toEqual({ ...all, refused: 10 });
  expect(problems).toEqual([
    { row: 2, column: 'Motivo', code: 'REQUIRED' }, { row: 3, column: 'Hasta', code: 'REQUIRED' }, { row: 4, column: 'Contestado', code: 'OUT_OF_RANGE' },
    { row: 5, column: 'Recibido', code: 'OUT_OF_RANGE' }, { row: 6, column: 'Comercial', code: 'NOT_FOUND' }, { row: 7, column: 'Canal', code: 'INVALID' },
    { row: 8, column: 'reasonNote', code: 'REQUIRED' }, { row: 9, column: 'Nombre', code: 'REQUIRED' }, { row: 10, column: 'Presupuesto', code: 'OUT_OF_RANGE' },
    { row: 11, column: 'Motivo', code: 'REQUIRED' },
  ]);
  expect(await rows(sql`select (select count(*)::int from customer) as customers, (select count(*)::int from lead) as leads`)).toEqual([{ customers: 0, leads: 0 }]);
});

test('leads are loaded in the order of their dates, whatever that of the file, and one that is there stays as it is', { timeout: 60_000 }, async () => {
  const file = `${head}2;;Ana;Paz;ana@paz.es;;;;;;;01/05/2024;;;;;;;\n${Array.from({ length: 8 }, (_, index) => `x${index};;X;${index};x${index}@x.es;;;;;;;01/04/2024;;;;;;;\n`).join('')}\
1;;Ana;Paz;ana@paz.es;;;;;;;01/01/2024;Descualificado;;01/02/2024;;Spam;;\n`;
  await loadText(database, fair, file, undefined, { batchRows: 1 });
  expect(await rows(sql`
    select y.opened_at::date::text as opened, y.outcome, c.customer_since::date::text as since from cycle y join customer c on c.id = y.customer_id
    where c.name = 'Ana Paz' order by 1`)).toEqual([{ opened: '2023-12-31', outcome: 'DISQUALIFIED', since: '2023-12-31' }, { opened: '2024-04-30', outcome: null, since: '2023-12-31' }]);
  const { state, problems } = await loadText(database, fair, `${head}2;;Ana;Paz;ana@paz.es;;;;;;;01/05/2024;Trabajado;;;;;;\n2;;Ana;Paz;ana@paz.es;;;;;;;01/05/2024;En trabajo;;;;;;\n`);
  expect([state.rows, problems]).toEqual([{ ...all, unchanged: 1, refused: 1 }, [{ row: 2, column: 'Estado', code: 'INVALID' }, { row: 3, column: 'Estado', code: 'KEPT' }]]);
});
