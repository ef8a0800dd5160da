import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf, run, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { type NewOpportunity, openOpportunity } from './index.ts';

let database: Database;
const writing = writingAs('administrator');
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

const customer = (name: string) => done(transact(database.em, (em) => createCustomer(em, { kind: 'ORGANISATION', name }, writing)));
const open = (input: NewOpportunity) => transact(database.em, (em) => openOpportunity(em, input, writing));
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);

test('an opportunity begins on top of the first column of the company\'s pipeline, with its cycle, its visit and its event', async () => {
  const customerId = await customer('Bodegas Ríos');
  const older = await done(open({ customerId, title: ' Prensa  nueva ', amount: 1_250_000, expectedCloseOn: '2026-12-01' }));
  const newer = await done(open({ customerId, title: 'Depósitos' }));
  expect(await rows(sql`
    select o.id, o.title, o.title_key, o.stage, o.amount::int, o.company_amount::int, o.expected_close_on::text, y.phase, y.origin, y.customer_id,
      (select string_agg(v.no || ' ' || v.stage || coalesce(' ' || v.left_at, ''), ',') from opportunity_visit v where v.opportunity_id = o.id) as visits
    from opportunity o join cycle y on y.id = o.cycle_id and y.opportunity_id = o.id where o.customer_id = ${customerId}::uuid order by o.rank`)).toEqual([
    { id: newer, title: 'Depósitos', title_key: 'depositos', stage: 'contacted', amount: null, company_amount: null, expected_close_on: null,
      phase: 'OPPORTUNITY', origin: 'NEW', customer_id: customerId, visits: '1 contacted' },
    { id: older, title: 'Prensa nueva', title_key: 'prensa nueva', stage: 'contacted', amount: 1_250_000, company_amount: 1_250_000, expected_close_on: '2026-12-01',
      phase: 'OPPORTUNITY', origin: 'NEW', customer_id: customerId, visits: '1 contacted' },
  ]);
  expect(await rows(sql`select open_opportunities, open_amount::int, open_in_opportunity from customer_facts where customer_id = ${customerId}::uuid`))
    .toEqual([{ open_opportunities: 2, open_amount: 1_250_000, open_in_opportunity: 2 }]);
  expect(await rows(sql`
    select e.type, e.payload ? 'title' as open_title, p.values->>'title' as title from timeline_event e
    join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no
    where e.type = 'opportunityOpened' and e.customer_id = ${customerId}::uuid order by e.no`)).toEqual([
    { type: 'opportunityOpened', open_title: false, title: 'Prensa nueva' }, { type: 'opportunityOpened', open_title: false, title: 'Depósitos' }]);
});

test('qualifying a lead goes on with the lead\'s cycle and tells who recommended the customer', async () => {
  const referrerId = await customer('Quien recomienda');
  const customerId = await customer('Recomendado');
  await run(database.em.fork(), sql`update customer set referred_by = ${referrerId}::uuid where id = ${customerId}::uuid`);
  const [leadId, cycleId] = [newId(), newId()];
  await run(database.em.fork(), sql`
    insert into cycle (id, customer_id, line_id, origin, phase, entry_phase, furthest_phase, opened_at, phase_since)
    select ${cycleId}::uuid, ${customerId}::uuid, id, 'REFERRED', 'QUALIFICATION', 'TRACTION', 'QUALIFICATION', now() - interval '1 hour', now() - interval '1 hour' from business_line where is_default`);
  await run(database.em.fork(), sql`
    insert into cycle_visit (customer_id, cycle_id, no, phase, entered_at)
    values (${customerId}::uuid, ${cycleId}::uuid, 1, 'QUALIFICATION', now() - interval '1 hour')`);
  await run(database.em.fork(), sql`
    insert into lead (id, customer_id, line_id, cycle_id, status, source, channel, captured_at, created_at, updated_at)
    select ${leadId}::uuid, ${customerId}::uuid, id, ${cycleId}::uuid, 'WORKED', 'REFERRAL', 'PHONE', now() - interval '1 hour', now(), now() from business_line where is_default`);
  const id = await done(open({ customerId, title: 'Línea de embotellado', leadId, qualification: { need: { answer: 'YES' } } }));
  expect(await rows(sql`
    select o.cycle_id, y.phase, l.status, o.qualification->'need'->>'answer' as need
    from opportunity o join cycle y on y.id = o.cycle_id join lead l on l.id = o.lead_id where o.id = ${id}::uuid`))
    .toEqual([{ cycle_id: cycleId, phase: 'OPPORTUNITY', status: 'QUALIFIED', need: 'YES' }]);
  expect(await rows(sql`select referrals_made from customer_facts where customer_id = ${referrerId}::uuid`)).toEqual([{ referrals_made: 1 }]);
});

test('what is wrong is named, and leaves nothing behind', async () => {
  const customerId = await customer('Nada');
  const other = await customer('Otra');
  const wrong = async (input: Partial<NewOpportunity>) => {
    const answer = await open({ customerId, title: 'x', ...input });
    return isRefused(answer) ? `${answer.code} ${answer.field}` : answer;
  };
  expect([
    await wrong({ title: ' ' }), await wrong({ currency: 'USD' }), await wrong({ amount: -1 }), await wrong({ ownerId: newId() }),
    await wrong({ contactId: newId() }), await wrong({ referrerId: customerId }), await wrong({ referrerId: newId() }), await wrong({ pipelineId: newId() }),
    await wrong({ customerId: newId() }), await wrong({ lineId: newId() }), await wrong({ renews: newId() }),
    await wrong({ qualification: { budget: { amount: -1 } } }),
  ]).toEqual([
    'REQUIRED title', 'INVALID currency', 'OUT_OF_RANGE amount', 'NOT_FOUND ownerId', 'NOT_FOUND contactId', 'INVALID referrerId', 'NOT_FOUND referrerId',
    'NOT_FOUND pipelineId', 'NOT_FOUND customerId', 'NOT_FOUND lineId', 'NOT_FOUND renews', 'OUT_OF_RANGE qualification.budget.amount',
  ]);
  expect(await rows(sql`select count(*)::int as some from opportunity where customer_id in (${customerId}::uuid, ${other}::uuid)`)).toEqual([{ some: 0 }]);
});
