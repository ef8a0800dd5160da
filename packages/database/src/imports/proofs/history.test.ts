import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf, run } from '#connection';
import type { Database } from '#database';
import { openCompany } from './by-verbs.fixture.ts';
import { dataFolder, hasData } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';
import { standing } from './standing.fixture.ts';

let database: Database;
beforeEach(async () => { database = await openCompany(); });
afterEach(() => database.close());

const now = () => new Date('2026-03-01T10:00:00Z');
const leads = {
  room: 'leads', system: 'crm', files: { rows: {} }, lead: { externalId: 'id', capturedAt: 'at', status: 'status', decidedAt: 'ended', disqualifiedReason: { constant: 'NO_NEED' } },
  customer: { name: 'company', email: 'mail' },
};
const deals = {
  room: 'opportunities', system: 'crm', files: { rows: {} }, opportunity: { externalId: 'id', title: 'id', amount: { constant: '10' }, openedAt: 'at', status: 'status', closedAt: 'ended', lossReason: { constant: 'PRICE' }, expectedCloseOn: 'ended' },
  customer: { name: 'company', email: 'mail' }, stages: { understood: 'in' },
};
const dated = (month: number, dayOfMonth: number) => `2025-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
/** Thirty of a kind, three customers, in no order of dates. */
const lines = (ends: readonly string[]) => Array.from({ length: 30 }, (_, index) => {
  const at = (index * 7) % 30;
  const status = ends[index % ends.length]!;
  const ended = status === 'NEW' || status === 'OPEN' ? '' : dated(10, at + 1);
  return `${index},Firma ${index % 3} SL,f${index % 3}@f.es,${dated(1 + (at % 9), 1 + (at % 28))},${status},${ended},${dated(9, 30)}\n`;
}).join('');

test('leads and opportunities that were broken off and gone on with end as those loaded in one piece', { timeout: 60_000 }, async () => {
  const load = async (mapping: object, ends: readonly string[], stops: readonly number[]) => {
    const { state } = await loadText(database, mapping, `id,company,mail,at,status,ended,in\n${lines(ends)}`, undefined, { batchRows: 2, now, stops });
    const { step: _, ...counts } = state;
    return counts;
  };
  const both = async (stops: readonly number[]) => [await load(leads, ['NEW', 'DISQUALIFIED', 'WORKED'], stops), await load(deals, ['OPEN', 'LOST', 'WON'], stops), await standing(database)];
  const whole = await both([]);
  expect(whole[0]).toMatchObject({ rows: { created: 30 } });
  await database.close();
  database = await openCompany();
  expect(await both([0.3, 0.6, 0.9])).toEqual(whole);
  expect(await rowsOf(database.em.fork(), sql`
    select (select count(*)::int from pg_tables where schemaname = 'orbita_import') as staged, (select count(*)::int from outbox o join timeline_event e on e.customer_id = o.customer_id and e.no = o.event_no where e.origin <> 'import' and e.actor_kind = 'IMPORT') as live`)).toEqual([{ staged: 0, live: 0 }]);
});

describe.skipIf(!hasData)('the shapes in which other systems export', () => {
  const shapes = hasData ? (JSON.parse(readFileSync(join(dataFolder, 'crm-exports/headers.json'), 'utf8')) as { shapes: { crm: string; file: string; header: string[] }[] }).shapes : [];
  const mapping = (path: string): object => JSON.parse(readFileSync(join(import.meta.dirname, '../../../mappings', path), 'utf8')) as object;
  const filled = (crm: string, file: string, ...given: Readonly<Record<string, string>>[]): string => {
    const header = shapes.find((one) => one.crm === crm && one.file.startsWith(file))!.header;
    return [header, ...given.map((row) => header.map((column) => row[column] ?? ''))].map((cells) => `${cells.join(',')}\n`).join('');
  };
  const load = (path: string, text: string) => loadText(database, mapping(path), text, undefined, { now });

  test('leads of Zoho and HubSpot, deals of Pipedrive, with the mappings that are shipped', { timeout: 60_000 }, async () => {
    const zoho = filled('Zoho CRM', 'leads', { 'Record Id': 'z1', 'Lead Owner': 'Luz', Company: 'Bodegas Río', 'First Name': 'Ana', 'Last Name': 'Paz', Email: 'ana@rio.es', 'Lead Source': 'Trade Show', 'Lead Status': 'Contacted', City: 'Vigo' },
      { 'Record Id': 'z2', Company: 'Spam SL', Email: 'x@spam.es', 'Lead Status': 'Junk Lead' }, { 'Record Id': 'z3', 'Lead Owner': 'Nobody', Company: 'Otra SL', 'Lead Status': 'Not Contacted' });
    expect(await load('zoho/leads.json', zoho)).toMatchObject({ state: { rows: { created: 3, refused: 0 }, unmapped: [], unowned: 1 }, problems: [{ row: 4, column: 'Lead Owner', code: 'NO_OWNER' }] });
    const hubspot = filled('HubSpot', 'contacts', { 'Record ID': '1', 'First Name': 'Eva', 'Last Name': 'Gil', Email: 'eva@gil.es', 'Lead Status': 'Open Deal', 'Create Date': '2025-02-01 10:00', 'Last Modified Date': '2025-03-01 10:00', 'Original Source': 'Paid Search' },
      { 'Record ID': '2', 'First Name': 'Leo', Email: 'leo@x.es' }, { 'Record ID': '3', 'First Name': 'Ada', Email: 'ada@x.es', 'Lead Status': 'Bad Timing', 'Create Date': '2025-02-01 10:00', 'Last Modified Date': '2025-03-01 10:00' });
    expect(await load('hubspot/leads.json', hubspot)).toMatchObject({ state: { rows: { created: 2, skipped: 1 }, unmapped: [] }, problems: [{ row: 3, code: 'NO_LEAD_STATUS' }] });
    const deal = { Organization: 'Molinos SA', 'Contact person': 'Leo Sanz', 'Deal - Currency of value': 'EUR', 'Deal - Creation date': '2025-04-01 10:00:00', 'Deal - Owner': 'Luz' };
    const pipedrive = filled('Pipedrive', 'deal export', { ...deal, 'Deal - Pipedrive System ID': '11', 'Deal - Title': 'Mill', 'Deal - Value': '1200.50', 'Deal - Stage (pipeline)': 'Need understood', 'Deal - Status': 'Won', 'Deal - Won time': '2025-05-02 09:00:00', 'Deal - Closed on': '2025-05-02 09:00:00' },
      { ...deal, 'Deal - Pipedrive System ID': '12', 'Deal - Title': 'Spares', 'Deal - Status': 'Lost', 'Deal - Lost time': '2025-05-03 09:00:00', 'Deal - Lost reason': 'went elsewhere' }, { ...deal, 'Deal - Pipedrive System ID': '13', 'Deal - Title': 'Tank', 'Deal - Status': 'Open', 'Deal - Stage (pipeline)': 'Qualified' });
    expect(await load('pipedrive/deals.json', pipedrive)).toMatchObject({ state: { rows: { created: 2, refused: 1 }, unmapped: [] }, problems: [{ row: 4, column: 'Deal - Stage (pipeline)', code: 'NOT_FOUND' }] });
    for (const [path, text, unchanged] of [['zoho/leads.json', zoho, 3], ['hubspot/leads.json', hubspot, 2], ['pipedrive/deals.json', pipedrive, 2]] as const) expect((await load(path, text)).state.rows).toMatchObject({ created: 0, unchanged });
    expect(await rowsOf(database.em.fork(), sql`
      select c.name, l.status, l.source, u.name as owner, (select a.city from address a where a.customer_id = c.id) as city from lead l join customer c on c.id = l.customer_id left join app_user u on u.id = l.owner_id order by 1`)).toEqual([
      { name: 'Ada', status: 'DISQUALIFIED', source: 'IMPORT', owner: null, city: null }, { name: 'Bodegas Río', status: 'WORKED', source: 'FAIR', owner: 'Luz', city: 'Vigo' },
      { name: 'Eva Gil', status: 'WORKED', source: 'ADVERTISING', owner: null, city: null }, { name: 'Otra SL', status: 'NEW', source: 'IMPORT', owner: null, city: null }, { name: 'Spam SL', status: 'DISQUALIFIED', source: 'IMPORT', owner: null, city: null }]);
    expect(await rowsOf(database.em.fork(), sql`
      select c.name, o.title, o.status, o.close_note as note, s.amount::int as ordered, (select count(*)::int from contact k where k.customer_id = c.id) as contacts
      from opportunity o join customer c on c.id = o.customer_id left join sales_order s on s.id = o.order_id order by 2`)).toEqual([
      { name: 'Molinos SA', title: 'Mill', status: 'WON', note: null, ordered: 120050, contacts: 1 }, { name: 'Molinos SA', title: 'Spares', status: 'LOST', note: 'went elsewhere', ordered: null, contacts: 1 }]);
  });
});

test('a list from a fair, with the mapping that is shipped, hands each lead to who talked with him', { timeout: 60_000 }, async () => {
  await run(database.em.fork(), sql`
    insert into routing_rule (id, name, position, rule, assignment, updated_at) select id, 'All', 0, '{"and":[]}', jsonb_build_object(
      'assign', jsonb_build_object('to', 'USERS', 'userIds', jsonb_build_array(id), 'strategy', 'ROUND_ROBIN'), 'skills', '[]'::jsonb, 'territories', '[]'::jsonb, 'minimumValue', null, 'maximumValue', null), now()
    from app_user where name = 'Max'`);
  const mapping = JSON.parse(readFileSync(join(import.meta.dirname, '../../../mappings/fair/leads.json'), 'utf8')) as object;
  const file = 'Empresa;Persona;Cargo;Correo;Teléfono;Interés;Notas;Feria;Fecha;Atendido por\nBodegas Río;Ana Paz;Enóloga;ana@rio.es;;Prensa;;Alimentaria 2026;02/02/2026;luz@example.com\n;Eva Gil;;eva@gil.es;;Molino;Llamar;Alimentaria 2026;03/02/2026;\n';
  expect((await loadText(database, mapping, file, undefined, { now })).state).toMatchObject({ rows: { created: 2 }, unmapped: [] });
  expect(await rowsOf(database.em.fork(), sql`
    select c.name, g.name as fair, u.name as owner, l.routed_by ->> 'rule' as rule, v.name as customer, f.open_leads as open from lead l join customer c on c.id = l.customer_id
    join campaign g on g.id = l.campaign_id join app_user u on u.id = l.owner_id join app_user v on v.id = c.owner_id join customer_facts f on f.customer_id = c.id order by 1`)).toEqual([
    { name: 'Bodegas Río', fair: 'Alimentaria 2026', owner: 'Luz', rule: null, customer: 'Luz', open: 1 }, { name: 'Eva Gil', fair: 'Alimentaria 2026', owner: 'Max', rule: 'All', customer: 'Max', open: 1 }]);
  expect(await rowsOf(database.em.fork(), sql`select count(*)::int as told from notification`)).toEqual([{ told: 0 }]);
});
