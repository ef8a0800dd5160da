import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTask } from '#activities';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import { createCustomer, recordDeparture } from '#customers';
import { placeOrder } from '#orders';
import type { Database } from '#database';
import { captureLead } from '#leads';
import { activateLifecycleModel, createLifecycleModel } from '#lifecycle-models';
import type { Writing } from '#requests';
import { done, makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';
import {
  createPipeline, deletePipeline, forecastByMonth, loseOpportunity, moveOpportunity, type NewOpportunity, openOpportunity, reopenOpportunity, updateOpportunity,
  updatePipeline, winOpportunity,
} from '../index.ts';

let database: Database;
const boss = writingAs('administrator');
const seller: Writing = { ...boss, ...(() => { const { viewer, actor } = writingAs('sales'); return { viewer, actor }; })() };
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, boss);
  await run(database.em.fork(), sql`
    insert into app_user (id, name, email, role) values (${seller.viewer.userId}::uuid, 'Sol', ${`${seller.viewer.userId}@example.com`}, 'sales')`);
});
afterAll(() => database.close());

const write = (effect: (em: Em) => Promise<string | Refusal>) => transact(database.em, effect);
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const customer = () => done(write((em) => createCustomer(em, { kind: 'ORGANISATION', name: `Bodegas ${newId()}`, ownerId: seller.viewer.userId }, boss)));
const open = async (input: Partial<NewOpportunity> = {}) => {
  const customerId = input.customerId ?? await customer();
  const id = await done(write((em) => openOpportunity(em, { title: 'Prensa', ...input, customerId }, seller)));
  return { customerId, id };
};
const told = (answer: string | Refusal) => (isRefused(answer) ? `${answer.code} ${answer.field ?? ''}`.trim() : 'done');
const eventsOf = (customerId: string) => rows<{ type: string; payload: Record<string, unknown>; personal: Record<string, unknown> | null }>(sql`
  select e.type, e.payload - 'opportunityId' - 'pipelineId' as payload, p.values as personal from timeline_event e
  left join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no
  where e.customer_id = ${customerId}::uuid and e.type like 'opportunity%' order by e.no`);

test('a gate holds on the way forward, over every stage skipped, and reads what is true now', async () => {
  const { id, customerId } = await open();
  const move = (expectedVersion: number, to: string, also = {}, by = seller) => write((em) => moveOpportunity(em, { id, expectedVersion, to, ...also }, by));
  expect(told(await move(1, 'understood'))).toBe('done');
  const refused = await move(2, 'negotiation');
  expect(refused).toMatchObject({ code: 'GATE_NOT_MET', details: { stage: 'understood', missing: 1 } });
  expect(told(await move(2, 'negotiation', { overrideReason: 'mine' }))).toBe('FORBIDDEN override');
  expect(told(await write((em) => updateOpportunity(em, { id, expectedVersion: 2, amount: 90_000, expectedCloseOn: '2026-12-24' }, seller)))).toBe('done');
  expect(told(await move(3, 'negotiation'))).toBe('done');
  expect(told(await move(4, 'contacted'))).toBe('done');
  expect(await rows(sql`
    select stage, left_at is null as here from opportunity_visit where opportunity_id = ${id}::uuid order by no`)).toEqual([
    { stage: 'contacted', here: false }, { stage: 'understood', here: false }, { stage: 'negotiation', here: false }, { stage: 'contacted', here: true }]);
  expect((await eventsOf(customerId)).map(({ type, payload }) => [type, payload['to'] ?? payload['changed']])).toEqual([
    ['opportunityOpened', undefined], ['opportunityMoved', 'understood'], ['opportunityUpdated', ['amount', 'expectedCloseOn']],
    ['opportunityMoved', 'negotiation'], ['opportunityMoved', 'contacted']]);
});

test('an override is recorded with the person, the reason and what was missing', async () => {
  const { id, customerId } = await open();
  const move = (overrideReason: string) => write((em) => moveOpportunity(em, { id, expectedVersion: 1, to: 'proposal', overrideReason }, boss));
  expect(told(await move(' '))).toBe('REQUIRED override.reason');
  expect(told(await move('La dirección lo avala'))).toBe('done');
  expect((await eventsOf(customerId)).at(-1)).toEqual({
    type: 'opportunityMoved', personal: { reason: 'La dirección lo avala' }, payload: {
      from: 'contacted', to: 'proposal', direction: 'FORWARD',
      overridden: { by: boss.viewer.userId, missing: [{ stage: 'understood', facts: ['opportunity.amount'] }] },
    },
  });
  expect(await rows(sql`select override_reason from opportunity_visit where opportunity_id = ${id}::uuid and no = 2`)).toEqual([{ override_reason: 'La dirección lo avala' }]);
});

test('a gate may read where the customer stands in a model, in one of the company as well', async () => {
  const own = await done(write((em) => createLifecycleModel(em, { name: { en: 'Our way', es: 'A nuestra manera' } }, boss)));
  await done(write((em) => activateLifecycleModel(em, { id: own, expectedVersion: 1 }, boss)));
  const [model] = await rows<{ key: string; first: string }>(sql`select key, evaluation_order[cardinality(evaluation_order)] as first from lifecycle_model where id = ${own}::uuid`);
  const pipelineId = await done(write((em) => createPipeline(em, {
    name: { en: 'By stage', es: 'Por etapa' }, stages: [
      { key: 'one', name: { en: 'One', es: 'Uno' }, probability: 10, gate: { fact: 'stage.operational', is: 'eq', value: 'FIRST_PURCHASE' } },
      { key: 'two', name: { en: 'Two', es: 'Dos' }, probability: 20, gate: { and: [{ fact: 'stageSince.operational', is: 'reached' }, { fact: `stage.${model!.key}`, is: 'eq', value: model!.first }] } },
      { key: 'three', name: { en: 'Three', es: 'Tres' }, probability: 30, gate: { fact: 'stage.operational', is: 'eq', value: 'AFTER_SALES' } },
      { key: 'four', name: { en: 'Four', es: 'Cuatro' }, probability: 40, gate: { and: [] } },
    ],
  }, boss)));
  const { id } = await open({ pipelineId });
  const move = (expectedVersion: number, to: string) => write((em) => moveOpportunity(em, { id, expectedVersion, to }, seller));
  expect(told(await move(1, 'three'))).toBe('done');
  expect(await move(2, 'four')).toMatchObject({ code: 'GATE_NOT_MET', details: { stage: 'three' } });
});

test('a gate may read the customer, his orders and the next activity', async () => {
  const pipelineId = await done(write((em) => createPipeline(em, {
    name: { en: 'Contracts', es: 'Contratos' }, stages: [
      { key: 'one', name: { en: 'One', es: 'Uno' }, probability: 10, gate: { and: [{ fact: 'opportunity.hasNextActivity', is: 'eq', value: true }, { fact: 'openOpportunities', is: 'ge', value: 1 }] } },
      { key: 'two', name: { en: 'Two', es: 'Dos' }, probability: 20, gate: { some: 'orders', where: { fact: 'amount', is: 'ge', value: 1000 } } },
      { key: 'three', name: { en: 'Three', es: 'Tres' }, probability: 90 },
    ],
  }, boss)));
  const { id, customerId } = await open({ pipelineId, amount: 100_000 });
  const move = (expectedVersion: number, to: string) => write((em) => moveOpportunity(em, { id, expectedVersion, to }, seller));
  expect(told(await move(1, 'two'))).toBe('GATE_NOT_MET to');
  await done(write((em) => createTask(em, { customerId, opportunityId: id, subject: 'Llamar', dueAt: new Date(boss.now.getTime() + 86_400_000) }, seller)));
  expect(told(await write((em) => createTask(em, { customerId, opportunityId: newId(), subject: 'x', dueAt: boss.now }, seller)))).toBe('NOT_FOUND opportunityId');
  expect(told(await move(1, 'two'))).toBe('done');
  expect(told(await move(2, 'three'))).toBe('GATE_NOT_MET to');
  const first = await open({ customerId, title: 'Antes', amount: 5_000, expectedCloseOn: '2026-12-24' });
  expect(told(await write((em) => winOpportunity(em, { id: first.id, expectedVersion: 1 }, seller)))).toBe('done');
  expect(told(await move(2, 'three'))).toBe('done');
  const stages = [{ key: 'one', name: { en: 'One', es: 'Uno' }, probability: 10 }];
  expect(told(await write((em) => updatePipeline(em, { id: pipelineId, expectedVersion: 1, stages }, seller)))).toBe('FORBIDDEN');
  expect(told(await write((em) => updatePipeline(em, { id: pipelineId, expectedVersion: 1, stages }, boss)))).toBe('CONFLICT stages');
  expect(told(await write((em) => deletePipeline(em, { id: pipelineId, expectedVersion: 1 }, boss)))).toBe('CONFLICT id');
  await done(write((em) => loseOpportunity(em, { id, expectedVersion: 3, reason: 'PRICE' }, seller)));
  expect(told(await write((em) => updatePipeline(em, { id: pipelineId, expectedVersion: 1, stages }, boss)))).toBe('done');
  expect(told(await write((em) => deletePipeline(em, { id: pipelineId, expectedVersion: 1 }, boss)))).toBe('STALE_VERSION expectedVersion');
  expect(told(await write((em) => deletePipeline(em, { id: pipelineId, expectedVersion: 2 }, boss)))).toBe('done');
});

test('winning makes exactly its order, in its cycle; what is closed stays so', async () => {
  const { id, customerId } = await open({ amount: 125_050, expectedCloseOn: '2026-12-24' });
  const win = (also = {}) => write((em) => winOpportunity(em, { id, expectedVersion: 1, reasons: ['PRICE', 'SERVICE', 'PRICE'], note: 'Buen trato', ...also }, seller));
  expect(told(await win({ order: { lines: [{ description: 'x', quantity: 'one', unitPrice: '1' }] } }))).toMatch(/^INVALID_FORMAT order\.lines\.0/);
  expect(await rows(sql`select status, version from opportunity where id = ${id}::uuid`)).toEqual([{ status: 'OPEN', version: 1 }]);
  expect(told(await win())).toBe('done');
  expect(await rows(sql`
    select o.status, o.version, o.win_reasons, s.amount::int, s.opportunity_id = o.id as its, l.description, y.phase, y.order_id = s.id as carried, f.orders_count, f.open_amount::int
    from opportunity o join sales_order s on s.id = o.order_id join order_line l on l.order_id = s.id join cycle y on y.id = o.cycle_id
    join customer_facts f on f.customer_id = o.customer_id where o.id = ${id}::uuid`)).toEqual([{
    status: 'WON', version: 2, win_reasons: ['PRICE', 'SERVICE'], amount: 125_050, its: true, description: 'Prensa', phase: 'DELIVERY', carried: true, orders_count: 1, open_amount: 0,
  }]);
  expect((await eventsOf(customerId)).at(-1)).toMatchObject({ type: 'opportunityWon', payload: { reasons: ['PRICE', 'SERVICE'] }, personal: { note: 'Buen trato' } });
  for (const again of [
    await write((em) => winOpportunity(em, { id, expectedVersion: 2 }, seller)), await write((em) => moveOpportunity(em, { id, expectedVersion: 2, to: 'closing' }, seller)),
    await write((em) => moveOpportunity(em, { id, expectedVersion: 2, to: 'contacted' }, seller)),
    await write((em) => updateOpportunity(em, { id, expectedVersion: 2, title: 'x' }, seller)), await write((em) => loseOpportunity(em, { id, expectedVersion: 2, reason: 'PRICE' }, seller)),
  ]) expect(told(again)).toBe('OPPORTUNITY_CLOSED status');
  expect(told(await write((em) => reopenOpportunity(em, { id, expectedVersion: 2 }, seller)))).toBe('CONFLICT status');
});

test('losing ends the cycle; taking it up again is a new opportunity in a new cycle that follows it', async () => {
  const { id, customerId } = await open({ amount: 700 });
  expect(told(await write((em) => loseOpportunity(em, { id, expectedVersion: 1, reason: 'OTHER' }, seller)))).toBe('REQUIRED note');
  expect(told(await write((em) => loseOpportunity(em, { id, expectedVersion: 1, reason: 'COMPETITOR', competitor: ' Otra  casa ' }, seller)))).toBe('done');
  const again = await done(write((em) => reopenOpportunity(em, { id, expectedVersion: 2 }, seller)));
  expect(await rows(sql`
    select o.id, o.status, o.close_reason, o.competitor, o.reopens_id, o.amount::int, y.phase, y.outcome, y.previous_cycle_id is not null as follows
    from opportunity o join cycle y on y.id = o.cycle_id where o.customer_id = ${customerId}::uuid order by o.id`)).toEqual([
    { id, status: 'LOST', close_reason: 'COMPETITOR', competitor: 'Otra casa', reopens_id: null, amount: 700, phase: 'CLOSED', outcome: 'LOST', follows: false },
    { id: again, status: 'OPEN', close_reason: null, competitor: null, reopens_id: id, amount: 700, phase: 'OPPORTUNITY', outcome: null, follows: true }]);
  expect(await rows(sql`select last_loss_reason, open_amount::int from customer_facts where customer_id = ${customerId}::uuid`)).toEqual([{ last_loss_reason: 'COMPETITOR', open_amount: 700 }]);
});

test('of a customer who leaves nothing stays on the board: what he was offered is lost with its cycle, and why is told', async () => {
  const { id, customerId } = await open({ amount: 900 });
  await done(write((em) => recordDeparture(em, { id: customerId, expectedVersion: 1, reason: 'PRICE' }, boss)));
  expect(await rows(sql`
    select o.status, o.close_reason, o.version::int, o.closed_at = y.closed_at as together, y.outcome, v.left_at is not null as left
    from opportunity o join cycle y on y.id = o.cycle_id join opportunity_visit v on v.opportunity_id = o.id where o.id = ${id}::uuid`)).toEqual([
    { status: 'LOST', close_reason: 'PRICE', version: 2, together: true, outcome: 'LOST', left: true }]);
  expect((await eventsOf(customerId)).at(-1)).toMatchObject({ type: 'opportunityLost', payload: { from: 'contacted', reason: 'PRICE' } });
  expect(await rows(sql`select open_opportunities::int as open from customer_facts where customer_id = ${customerId}::uuid`)).toEqual([{ open: 0 }]);
});

test('cards stand where they are put, one row a drag; of two at once the second is told who was first', async () => {
  const pipelineId = await done(write((em) => createPipeline(em, { name: { en: 'Order', es: 'Orden' }, stages: [{ key: 'one', name: { en: 'One', es: 'Uno' }, probability: 10 }] }, boss)));
  const cards: string[] = [];
  for (const title of ['c', 'b', 'a']) cards.unshift((await open({ pipelineId, title })).id);
  const [a, b, c] = cards as [string, string, string];
  const order = async () => (await rows<{ title: string }>(sql`select title from opportunity where pipeline_id = ${pipelineId}::uuid order by rank, id`)).map(({ title }) => title).join('');
  const put = (id: string, below: string | null, expectedVersion: number) => write((em) => moveOpportunity(em, { id, expectedVersion, to: 'one', below }, boss));
  expect(await order()).toBe('abc');
  await done(put(a, b, 1));
  expect(await order()).toBe('bac');
  await done(put(a, c, 2));
  expect(await order()).toBe('bca');
  await done(put(c, null, 1));
  expect(await order()).toBe('cba');
  expect(await rows(sql`select sum(version)::int as versions from opportunity where pipeline_id = ${pipelineId}::uuid`)).toEqual([{ versions: 6 }]);
  expect(await put(c, a, 1)).toMatchObject({ code: 'STALE_VERSION', details: { by: 'Ana' } });
  // Ranks grow with each card that is squeezed in between, and are spread again before they grow without end.
  await run(database.em.fork(), sql`update opportunity set rank = 'a0' || repeat('0', 70) || '1' where id = ${c}::uuid`);
  await run(database.em.fork(), sql`update opportunity set rank = 'a0' || repeat('0', 70) || '2' where id = ${b}::uuid`);
  await done(put(a, c, 3));
  expect(await order()).toBe('cab');
  expect(await rows(sql`select max(length(rank))::int < 10 as short from opportunity where pipeline_id = ${pipelineId}::uuid`)).toEqual([{ short: true }]);
});

test('what wins a renewal is one; of two pipelines that are put away at once one stays', async () => {
  const { id, customerId } = await open({ amount: 100, expectedCloseOn: '2026-12-24' });
  const contract = await done(write((em) => placeOrder(em, {
    customerId, contractEndsAt: new Date(boss.now.getTime() + 30 * 86_400_000), lines: [{ description: 'Contrato', quantity: '1', unitPrice: '10' }],
  }, boss)));
  const renewal = await open({ customerId, amount: 100, expectedCloseOn: '2026-12-24', renews: contract });
  for (const one of [id, renewal.id]) expect(told(await write((em) => winOpportunity(em, { id: one, expectedVersion: 1 }, seller)))).toBe('done');
  expect(await rows(sql`select opportunity_id as id, renews_order_id as renews from sales_order where opportunity_id = any(${[id, renewal.id]}::uuid[]) order by renews nulls first`))
    .toEqual([{ id, renews: null }, { id: renewal.id, renews: contract }]);
  const stages = [{ key: 'one', name: { en: 'One', es: 'Uno' }, probability: 10 }];
  const two = await Promise.all(['A', 'B'].map((name) => done(write((em) => createPipeline(em, { name: { en: name, es: name }, stages }, boss)))));
  await run(database.em.fork(), sql`update pipeline set deleted_at = now() where id <> all(${two}::uuid[]) and deleted_at is null`);
  const answers = await Promise.all(two.map((one) => transact(database.em.fork(), (em) => deletePipeline(em, { id: one, expectedVersion: 1 }, boss))));
  expect(answers.map(told).toSorted()).toEqual(['CONFLICT id', 'done']);
  await run(database.em.fork(), sql`update pipeline set deleted_at = null where id <> all(${two}::uuid[])`);
});

test('no stage goes from under a card that is just entering it, whoever came first', async () => {
  const stage = (key: string) => ({ key, name: { en: key, es: key }, probability: 10 });
  const pipelineId = await done(write((em) => createPipeline(em, { name: { en: 'Held', es: 'Sujeto' }, stages: [stage('one'), stage('two'), stage('three')] }, boss)));
  const { id, customerId } = await open({ pipelineId });
  const without = (expectedVersion: number, ...keys: string[]) => (em: Em) => updatePipeline(em, { id: pipelineId, expectedVersion, stages: keys.map(stage) }, boss);
  const enter = (to: string, expectedVersion: number) => (em: Em) => moveOpportunity(em, { id, expectedVersion, to }, seller);
  /** The second begins when the first has done all but commit. */
  const oneThenOther = async (first: (em: Em) => Promise<string | Refusal>, second: (em: Em) => Promise<string | Refusal>) => {
    let other: Promise<string | Refusal> | undefined;
    const one = await transact(database.em.fork(), async (em) => {
      const answer = await first(em);
      other = transact(database.em.fork(), second);
      await new Promise((resolve) => setTimeout(resolve, 150));
      return answer;
    });
    return [told(one), told(await other!)];
  };
  expect(await oneThenOther(enter('two', 1), without(1, 'one', 'three'))).toEqual(['done', 'CONFLICT stages']);
  expect(await oneThenOther(without(1, 'one', 'two'), enter('three', 2))).toEqual(['done', expect.stringMatching(/to$/)]);
  expect(await oneThenOther(without(2, 'two'), (em) => openOpportunity(em, { customerId, title: 'x', pipelineId }, seller))).toEqual(['done', 'done']);
  expect(await rows(sql`select distinct stage from opportunity where pipeline_id = ${pipelineId}::uuid`)).toEqual([{ stage: 'two' }]);
});

test('who may not see the customer finds no opportunity', async () => {
  const { id } = await open();
  const stranger = writingAs('sales');
  expect(told(await write((em) => moveOpportunity(em, { id, expectedVersion: 1, to: 'understood' }, stranger)))).toBe('NOT_FOUND id');
  const analyst = writingAs('analyst');
  expect(told(await write((em) => moveOpportunity(em, { id, expectedVersion: 1, to: 'understood' }, analyst)))).toBe('FORBIDDEN');
});

test('nobody is recommended in a ring, nor by somebody whom one does not see, whatever the way', async () => {
  const [one, two, three, newcomer, hidden] = await Promise.all([customer(), customer(), customer(), customer(), done(write((em) => createCustomer(em, { kind: 'PERSON', name: 'Oculta' }, boss)))]);
  const recommend = (customerId: string, referrerId: string) => write((em) => openOpportunity(em, { title: 'x', customerId, referrerId }, seller));
  const capture = (customerId: string, referrerId: string) => write((em) => captureLead(em, { channel: 'WEB_FORM', customerId, referrerId }, seller));
  await done(recommend(one, two));
  await done(capture(two, three));
  for (const closing of [recommend(two, one), recommend(three, one), capture(three, two)]) {
    expect(await closing).toMatchObject({ code: 'INVALID', field: 'referrerId', details: { because: 'RING_OF_REFERRERS' } });
  }
  expect(await recommend(one, one)).toMatchObject({ details: { because: 'OWN_REFERRER' } });
  for (const unseen of [recommend(newcomer, hidden), capture(newcomer, hidden), recommend(newcomer, newId())]) expect(told(await unseen)).toBe('NOT_FOUND referrerId');
  expect(await rows(sql`select count(*)::int as count from customer where id in (${three}::uuid, ${newcomer}::uuid) and referred_by is not null`)).toEqual([{ count: 0 }]);
});

test('what a won one brought is what was ordered, and the forecast says what the orders say', async () => {
  const pipelineId = await done(write((em) => createPipeline(em, { name: { en: 'Won', es: 'Ganadas' }, stages: [{ key: 'one', name: { en: 'One', es: 'Uno' }, probability: 10 }] }, boss)));
  const lines = (...prices: string[]) => ({ lines: prices.map((unitPrice) => ({ description: 'x', quantity: '1', unitPrice })) });
  for (const [amount, order] of [[500, lines('7', '-2.50')], [null, lines('5')], [900, undefined]] as const) {
    const { id } = await open({ pipelineId, amount });
    await done(write((em) => winOpportunity(em, { id, expectedVersion: 1, order }, seller)));
  }
  const won = await rows(sql`
    select o.amount::int, o.company_amount::int, o.version, s.amount::int as ordered, s.company_amount::int as company_ordered
    from opportunity o join sales_order s on s.id = o.order_id where o.pipeline_id = ${pipelineId}::uuid order by o.opened_at, o.id`);
  expect(won).toEqual([450, 500, 900].map((ordered) => ({ amount: ordered, company_amount: ordered, version: 2, ordered, company_ordered: ordered })));
  const [month] = await forecastByMonth(database.em.fork(), { pipelineId }, '2000-01-01', boss.viewer, { now: boss.now, zone: boss.company.zone });
  expect(month).toMatchObject({ count: 3, won: '1850' });
  const { id } = await open({ pipelineId, amount: 500 });
  expect(told(await write((em) => winOpportunity(em, { id, expectedVersion: 1, order: lines('1', '-6') }, seller)))).toBe('OUT_OF_RANGE order.lines');
});

test('a lost one is taken up again once while that stands open, also when many do it at once', async () => {
  const { id } = await open({ amount: 700 });
  await done(write((em) => loseOpportunity(em, { id, expectedVersion: 1, reason: 'PRICE' }, seller)));
  const reopen = () => write((em) => reopenOpportunity(em, { id, expectedVersion: 2 }, seller));
  const answers = await Promise.all([reopen(), reopen(), reopen()]);
  const [again, ...others] = answers.filter((answer) => !isRefused(answer));
  expect(others).toEqual([]);
  for (const refused of answers.filter(isRefused)) {
    expect(refused).toMatchObject({ code: 'CONFLICT', field: 'id', details: { because: 'REOPENED_ALREADY', title: 'Prensa', opportunityId: again } });
  }
  await done(write((em) => loseOpportunity(em, { id: String(again), expectedVersion: 1, reason: 'PRICE' }, seller)));
  expect(told(await reopen())).toBe('done');
});
