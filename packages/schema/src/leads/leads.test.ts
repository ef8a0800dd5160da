import { tick } from '@orbita/database/lifecycle';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';

let house: House;
let manager: Viewer;
let sales: Viewer;
let stranger: Viewer;
let team: string;
beforeAll(async () => {
  house = await openTestHouse();
  await house.sql(`update company set working_hours = '{"mon": [["09:00","18:00"]], "tue": [["09:00","18:00"]]}'`);
  team = await house.group('team', 'Norte');
  manager = await house.person('manager', { name: 'Ana' });
  sales = await house.person('sales', { name: 'Luis', teamId: team });
  stranger = await house.person('sales', { name: 'Otto' });
});
afterAll(() => house.close());

const fields = `lead { id version status channel source capturedAt responseDueAt firstResponseAt nurtureUntil endedAt opportunityId disqualifiedReason
  advice viewerCanUpdate message owner { id name } team { name } campaign { name } contact { name } routedBy { rule how }
  qualification { need { answer note } budget { answer amount { amount currency } } authority { answer } timing { answer by } }
  customer { id name owner { id } contactPoints { kind value } consents { channel purpose state } } } refusal { code field details }`;
type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- read by shape
const mutate = async (verb: string, type: string, input: object, viewer = manager, now = testNow): Promise<Row> => {
  const answer = await house.ask(viewer, `mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input }, { now });
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return answer.data![verb];
};
let people = 0;
const capture = (input: object = {}, viewer = manager, now = testNow) =>
  mutate('captureLead', 'CaptureLeadInput', { channel: 'WEB_FORM', who: { name: `Ana ${++people}`, email: `ana${people}@lead.example` }, ...input }, viewer, now);
const captured = async (input: object = {}, viewer = manager): Promise<Row> => {
  const { lead, refusal } = await capture(input, viewer);
  expect(refusal).toBeNull();
  return lead;
};
const cyclesOf = (customerId: string) => house.sql('select phase, outcome, opportunity_id from cycle where customer_id = ? order by opened_at, id', [customerId]);
const inbox = async (viewer: Viewer): Promise<Row[]> =>
  (await house.ask(viewer, '{ inbox { edges { node { kind leadId lead { id message } customer { name } } } } }')).data!['inbox'].edges.map((edge: Row) => edge['node']);

test('a lead makes its customer with contact, consents, campaign, cycle and a clock in working hours', async () => {
  const lead = await captured({
    message: 'Precio para 200 botellas', campaign: 'Otoño', budget: '1500.50', need: 'Vino de boda',
    who: { name: 'Marta Gil', organisation: 'Bodas SL', email: 'Marta@Bodas.example', phone: '600 100 200' },
    consents: [{ channel: 'EMAIL', purpose: 'MARKETING', text: 'Quiero ofertas' }],
  });
  expect(lead).toMatchObject({
    status: 'NEW', channel: 'WEB_FORM', source: 'WEB', message: 'Precio para 200 botellas', campaign: { name: 'Otoño' }, contact: { name: 'Marta Gil' },
    qualification: { need: { answer: 'UNKNOWN', note: 'Vino de boda' }, budget: { amount: { amount: '1500.50', currency: 'EUR' } } }, advice: 'ASK',
    customer: { name: 'Bodas SL', consents: [{ channel: 'EMAIL', purpose: 'MARKETING', state: 'GRANTED' }] }, viewerCanUpdate: true,
  });
  expect(new Date(lead['responseDueAt']).toISOString()).toBe('2026-06-15T11:00:00.000Z');
  expect(await cyclesOf(lead['customer'].id)).toMatchObject([{ phase: 'TRACTION', outcome: null }]);
  const [facts] = await house.sql('select open_leads, open_in_traction, consent_email from customer_facts where customer_id = ?', [lead['customer'].id]);
  expect(facts).toEqual({ open_leads: 1, open_in_traction: 1, consent_email: 'GRANTED' });
  const events = await house.sql<{ type: string }>('select type from timeline_event where customer_id = ? order by no', [lead['customer'].id]);
  expect(events.map(({ type }) => type).filter((type) => type !== 'stageChanged')).toEqual(['customerCreated', 'contactAdded', 'contactPointAdded', 'contactPointAdded', 'consentRecorded', 'leadCaptured', 'customerUpdated', 'cycleOpened']);
});

test('who asks again is the same customer and the same cycle; leave to answer is no consent to offers', async () => {
  const first = await captured({ who: { name: 'Eva', email: 'eva@two.example' } });
  const again = await captured({ channel: 'CALL', who: { name: 'Eva', email: 'EVA@two.example', phone: '600 100 300' }, consents: [{ channel: 'EMAIL', purpose: 'ANSWER', text: 'ok' }] });
  expect(again['customer'].id).toBe(first['customer'].id);
  expect(again['customer'].contactPoints).toHaveLength(2);
  expect(await cyclesOf(first['customer'].id)).toHaveLength(1);
  const [facts] = await house.sql('select open_leads, consent_email from customer_facts where customer_id = ?', [first['customer'].id]);
  expect(facts).toEqual({ open_leads: 2, consent_email: null });
});

test('two of the same at once are one customer; a message and a key count once', async () => {
  const who = { name: 'Pol', email: 'pol@once.example' };
  const [a, b] = await Promise.all([captured({ who }), captured({ who })]);
  expect(a!['customer'].id).toBe(b!['customer'].id);
  const [c, d] = await Promise.all([captured({ who, reference: 'm-1' }), captured({ who, reference: 'm-1' })]);
  expect(c!['id']).toBe(d!['id']);
  const keyed = () => house.ask(manager, `mutation($input: CaptureLeadInput!) { captureLead(input: $input, idempotencyKey: "k") { ${fields} } }`, { input: { channel: 'CALL', who } });
  const [e, f] = [await keyed(), await keyed()];
  expect(f.data!['captureLead'].lead.id).toBe(e.data!['captureLead'].lead.id);
});

test('the owner of a customer gets his lead, also from one who may not see him, and finds it in his inbox', async () => {
  const customerId = await layCustomer(house, { owner: sales, teamId: team });
  await house.sql(`insert into customer_identity (kind, value, customer_id) values ('EMAIL', 'own@er.example', ?)`, [customerId]);
  const { lead, refusal } = await capture({ who: { name: 'X', email: 'own@er.example' }, message: 'hidden' }, stranger);
  expect([lead, refusal]).toEqual([null, null]);
  expect(await inbox(sales)).toMatchObject([{ kind: 'LEAD_ASSIGNED', lead: { message: 'hidden' } }]);
  expect(await inbox(stranger)).toEqual([]);
  expect((await capture({ customerId }, stranger))['refusal']).toMatchObject({ code: 'NOT_FOUND' });
});

test('routing rules hand over by facts of lead and customer; without any the lead of nobody known waits in the common queue', async () => {
  const partner = await house.person('partner', { partnerId: await house.group('partner', 'Rutas') });
  const unrouted = await captured({}, partner);
  expect(unrouted).toMatchObject({ owner: null, routedBy: { how: 'NOBODY' } });
  const rule = (input: object) => house.ask(manager, 'mutation($input: CreateRoutingRuleInput!) { createRoutingRule(input: $input) { routingRule { id version rule userIds } refusal { code field } } }', { input });
  const made = await rule({ name: 'Ferias', rule: { fact: 'lead.channel', is: 'eq', value: 'FAIR' }, assignTo: 'TEAM', teamId: team });
  expect(made.data!['createRoutingRule'].refusal).toBeNull();
  expect((await rule({ name: 'x', rule: { fact: 'nope', is: 'eq', value: 1 }, assignTo: 'OWNER' })).data!['createRoutingRule'].refusal).toMatchObject({ field: expect.stringContaining('rule') });
  const routed = await captured({ channel: 'FAIR', who: { name: 'Feria' } });
  expect(routed).toMatchObject({ owner: { name: 'Luis' }, routedBy: { rule: 'Ferias', how: 'LEAST_LOADED' }, customer: { owner: { id: sales.userId } } });
  expect((await inbox(sales)).some(({ leadId }) => leadId === routed['id'])).toBe(true);
  expect((await house.ask(sales, '{ routingRules { id } }')).errors![0]!.extensions['code']).toBe('FORBIDDEN');
  await house.sql('update routing_rule set active = false');
});

test('a rule may read where customers stand in a model of the company, and bounds, places and skills it needs', async () => {
  const did = async (text: string, variables: Row) => {
    const answer = await house.ask(manager, text, variables);
    if (answer.errors) throw new Error(answer.errors[0]!.message);
    return answer.data!;
  };
  const make = `mutation($input: CreateRoutingRuleInput!) { createRoutingRule(input: $input) { routingRule { id version minimumValue { amount } maximumValue { amount } territories skills } refusal { code field } } }`;
  const input = { name: 'Bombas', rule: { fact: 'stage.own', is: 'in', values: ['FAN'] }, assignTo: 'TEAM', teamId: team, skills: ['Bombas'], territories: ['ES'], minimumValue: '10.50', maximumValue: '20' };
  expect((await did(make, { input }))['createRoutingRule'].refusal).toMatchObject({ code: 'RULE_INVALID' });
  const { lifecycleModel: own, refusal } = (await did('mutation($input: CreateLifecycleModelInput!) { createLifecycleModel(input: $input) { lifecycleModel { id key version stages { key } } refusal { code } } }', { input: { name: { en: 'Own', es: 'Propio' } } }))['createLifecycleModel'];
  expect([own.key, refusal]).toEqual(['own', null]);
  await did('mutation($input: ActivateLifecycleModelInput!) { activateLifecycleModel(input: $input) { refusal { code } } }', { input: { id: own.id, expectedVersion: own.version } });
  input.rule.values = own.stages.map(({ key }: Row) => key);
  const made = (await did(make, { input }))['createRoutingRule'];
  expect(made).toMatchObject({ refusal: null, routingRule: { minimumValue: { amount: '10.50' }, maximumValue: { amount: '20.00' }, territories: ['ES'], skills: ['bombas'] } });
  // A partner's people are given no leads: what they take down goes by the rules alone.
  const partner = await house.person('partner', { partnerId: await house.group('partner', 'Reglas') });
  const known = await captured({}, partner);
  const customerId: string = known['customer'].id;
  const again = async (budget: string) => {
    await house.sql('update customer_facts set country = ? where customer_id = ?', ['ES', customerId]);
    return captured({ customerId, who: undefined, budget }, partner);
  };
  expect(await again('15')).toMatchObject({ owner: null, routedBy: { rule: 'Bombas', how: 'TEAM_QUEUE' } });
  await house.sql(`update app_user set skills = '{bombas}' where id = ?`, [sales.userId]);
  expect(await again('25')).toMatchObject({ owner: null, routedBy: { how: 'NOBODY' } });
  expect(await again('15')).toMatchObject({ owner: { name: 'Luis' }, routedBy: { rule: 'Bombas', how: 'LEAST_LOADED' } });
  await house.sql('update routing_rule set active = false');
});

test('work, answers and the first response: an outbound call stops the clock', async () => {
  const lead = await captured();
  const id = lead['id'];
  const later = new Date(testNow.getTime() + 600_000);
  const call = await house.ask(manager, `mutation($input: LogActivityInput!) { logActivity(input: $input) { refusal { code field } } }`,
    { input: { customerId: lead['customer'].id, kind: 'CALL', direction: 'OUTBOUND', subject: 'Llamada' } }, { now: later });
  expect(call.data!['logActivity'].refusal).toBeNull();
  const read = (await house.ask(manager, `query($id: ID!) { lead(id: $id) { status version firstResponseAt conversation { totalCount edges { node { kind } } } } }`, { id })).data!['lead'];
  expect(read).toMatchObject({ status: 'WORKED', conversation: { totalCount: 1, edges: [{ node: { kind: 'CALL' } }] } });
  expect(new Date(read.firstResponseAt)).toEqual(later);
  expect(await cyclesOf(lead['customer'].id)).toMatchObject([{ phase: 'QUALIFICATION' }]);
  const evaluated = await mutate('evaluateLead', 'EvaluateLeadInput', { id, expectedVersion: read.version, qualification: { need: { answer: 'YES' }, budget: { answer: 'NO', amount: '10' } } });
  expect(evaluated['lead']).toMatchObject({ advice: 'DISQUALIFY', qualification: { need: { answer: 'YES' }, budget: { amount: { amount: '10.00' } } } });
  const stale = await mutate('workLead', 'LeadAtInput', { id, expectedVersion: 1 });
  expect(stale['refusal']).toMatchObject({ code: 'STALE_VERSION', details: { by: 'Ana' } });
});

test('a qualified lead is an opportunity of the same cycle, once; a no stands against it', async () => {
  const { id, version, customer } = await captured({ budget: '900' });
  const qualify = (qualification: object, expectedVersion = version) => mutate('qualifyLead', 'QualifyLeadInput', { id, expectedVersion, title: 'Boda', qualification });
  expect((await qualify({ need: { answer: 'YES' }, timing: { answer: 'NO' } }))['refusal']).toMatchObject({ code: 'LEAD_NOT_QUALIFIED', field: 'qualification.timing' });
  const { lead, refusal } = await qualify({ need: { answer: 'YES' }, timing: { answer: 'YES', by: '2026-09-01' } });
  expect(refusal).toBeNull();
  expect(lead).toMatchObject({ status: 'QUALIFIED', endedAt: expect.anything() });
  const [opportunity] = await house.sql<Row>('select title, amount::int as amount, lead_id, expected_close_on::text as by from opportunity where id = ?', [lead['opportunityId']]);
  expect(opportunity).toEqual({ title: 'Boda', amount: 90_000, lead_id: id, by: '2026-09-01' });
  expect(await cyclesOf(customer.id)).toMatchObject([{ phase: 'OPPORTUNITY', opportunity_id: lead['opportunityId'] }]);
  expect((await qualify({}, lead['version']))['refusal'].code).toBe('LEAD_CLOSED');
});

test('the disqualified end with a reason and close their cycle; the resting come back', async () => {
  const ended = await captured();
  const without = await mutate('disqualifyLead', 'DisqualifyLeadInput', { id: ended['id'], expectedVersion: 1, reason: 'OTHER' });
  expect(without['refusal']).toMatchObject({ code: 'REQUIRED', field: 'note' });
  const { lead } = await mutate('disqualifyLead', 'DisqualifyLeadInput', { id: ended['id'], expectedVersion: ended['version'], reason: 'NO_BUDGET' });
  expect(lead).toMatchObject({ status: 'DISQUALIFIED', disqualifiedReason: 'NO_BUDGET' });
  expect(await cyclesOf(ended['customer'].id)).toMatchObject([{ phase: 'CLOSED', outcome: 'DISQUALIFIED' }]);
  const rests = await captured();
  const { lead: resting } = await mutate('recycleLead', 'RecycleLeadInput', { id: rests['id'], expectedVersion: rests['version'], until: '2026-07-15T00:00:00Z' });
  expect(resting).toMatchObject({ status: 'RECYCLED', responseDueAt: null });
});

test('a disqualified lead is taken up again by a new one in a new cycle, once, with all that was known; what ended stays ended', async () => {
  const { id, version, customer, responseDueAt } = await captured({ message: 'Café para una boda', campaign: 'Otoño', need: 'Boda', who: { name: 'Pilar', organisation: 'Bodas Sur', email: 'pilar@bodas.example' } });
  const reopen = (expectedVersion: number, viewer = manager) => mutate('reopenLead', 'LeadAtInput', { id, expectedVersion }, viewer);
  expect((await reopen(version))['refusal']).toMatchObject({ code: 'CONFLICT', field: 'status' });
  const { lead: ended } = await mutate('disqualifyLead', 'DisqualifyLeadInput', { id, expectedVersion: version, reason: 'SPAM' });
  expect((await reopen(ended['version'], stranger))['refusal']).toMatchObject({ code: 'NOT_FOUND' });
  const answers = await Promise.all([reopen(ended['version']), reopen(ended['version'])]);
  const again = answers.find(({ refusal }) => refusal === null)!['lead'];
  expect(answers.find(({ refusal }) => refusal !== null)).toMatchObject({ refusal: { code: 'CONFLICT', details: { because: 'LEAD_REOPENED' } } });
  expect(again).toMatchObject({
    status: 'NEW', message: 'Café para una boda', campaign: { name: 'Otoño' }, contact: { name: 'Pilar' }, responseDueAt, endedAt: null, disqualifiedReason: null,
    qualification: { need: { note: 'Boda' } }, customer: { id: customer.id },
  });
  expect(again.id).not.toBe(id);
  const both = await house.sql('select status, reopens_id, ended_at is null as open from lead where customer_id = ? order by captured_at, status', [customer.id]);
  expect(both).toEqual([{ status: 'DISQUALIFIED', reopens_id: null, open: false }, { status: 'NEW', reopens_id: id, open: true }]);
  expect(await cyclesOf(customer.id)).toMatchObject([{ phase: 'CLOSED', outcome: 'DISQUALIFIED' }, { phase: 'TRACTION', outcome: null }]);
  expect(await house.sql('select open_leads, open_in_traction from customer_facts where customer_id = ?', [customer.id])).toEqual([{ open_leads: 1, open_in_traction: 1 }]);
});

test('an answer that is late and a rest that is over come into the inbox of the owner, or of the managers', async () => {
  const owned = await captured({ customerId: await layCustomer(house, { owner: sales, teamId: team }), who: null });
  const nobodys = await captured();
  const rests = await captured({ customerId: await layCustomer(house, { owner: sales, teamId: team }), who: null });
  await mutate('recycleLead', 'RecycleLeadInput', { id: rests['id'], expectedVersion: rests['version'], until: '2026-06-20T00:00:00Z' });
  await tick(house.database.em.fork(), { now: new Date('2026-06-21T00:00:00Z'), zone: house.company.zone });
  const kinds = async (viewer: Viewer, id: string) => (await inbox(viewer)).filter(({ leadId }) => leadId === id).map(({ kind }) => kind).sort();
  expect(await kinds(sales, owned['id'])).toEqual(['LEAD_ASSIGNED', 'LEAD_UNANSWERED']);
  expect(await kinds(manager, owned['id'])).toEqual([]);
  expect(await kinds(manager, nobodys['id'])).toEqual(['LEAD_UNANSWERED']);
  expect(await kinds(sales, rests['id'])).toEqual(['LEAD_ASSIGNED', 'NURTURE_ENDED']);
  const [told] = await house.sql<Row>(`select payload from timeline_event where type = 'leadUnanswered' and customer_id = ?`, [owned['customer'].id]);
  expect(told!['payload']).toMatchObject({ leadIds: [owned['id']], told: [sales.userId] });
});

test('a lead is handed on with a customer whom nobody else looks after; of one who is looked after only to who sees him', async () => {
  const free = await captured();
  const { lead } = await mutate('assignLead', 'AssignLeadInput', { id: free['id'], expectedVersion: free['version'], ownerId: stranger.userId });
  expect(lead).toMatchObject({ owner: { name: 'Otto' }, customer: { owner: { id: stranger.userId } } });
  expect((await inbox(stranger)).map(({ leadId }) => leadId)).toContain(free['id']);
  const customerId = await layCustomer(house, { owner: sales, teamId: team });
  const his = await captured({ customerId, who: null });
  await mutate('assignLead', 'AssignLeadInput', { id: his['id'], expectedVersion: his['version'], ownerId: manager.userId });
  const [{ version }] = await house.sql<Row>('select version from lead where id = ?', [his['id']]) as [Row];
  await house.sql('update customer set owner_id = ? where id = ?', [sales.userId, customerId]);
  const refused = await mutate('assignLead', 'AssignLeadInput', { id: his['id'], expectedVersion: version, ownerId: stranger.userId });
  expect(refused['refusal']).toMatchObject({ code: 'INVALID', field: 'ownerId' });
});

test('lists filter by rules over lead and customer, page without losing, count, and show a stranger nothing; two statements', async () => {
  const list = `query($rule: JSON, $after: String, $statuses: [LeadStatus!], $orderBy: LeadOrder!) {
    leads(rule: $rule, first: 3, after: $after, statuses: $statuses, orderBy: $orderBy) { totalCount pageInfo { hasNextPage endCursor } edges { node { id status } } } }`;
  const rule = { and: [{ fact: 'lead.channel', is: 'eq', value: 'WEB_FORM' }, { fact: 'openLeads', is: 'ge', value: 1 }] };
  const [{ count }] = await house.sql<{ count: number }>(`select count(*)::int as count from lead l join customer_facts f using (customer_id) where l.channel = 'WEB_FORM' and f.open_leads >= 1`) as [{ count: number }];
  for (const orderBy of ['CAPTURED', 'DUE']) {
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      house.statements.length = 0;
      const answer = await house.ask(manager, list, { rule, after, orderBy });
      expect(answer.errors).toBeUndefined();
      const page: Row = answer.data!['leads'];
      expect(house.statements).toHaveLength(2);
      expect(page['totalCount']).toBe(count);
      for (const { node } of page['edges']) seen.add(node.id);
      after = page['pageInfo'].hasNextPage ? page['pageInfo'].endCursor : null;
    } while (after);
    expect(seen.size).toBe(count);
  }
  const lost = await house.person('sales');
  expect((await house.ask(lost, list, { orderBy: 'CAPTURED' })).data!['leads']).toMatchObject({ totalCount: 0, edges: [] });
  const analyst = await house.person('analyst');
  const message = { fact: 'lead.message', is: 'contains', value: 'precio' };
  expect((await house.ask(manager, list, { rule: message, orderBy: 'CAPTURED' })).data!['leads'].totalCount).toBe(1);
  expect((await house.ask(analyst, list, { rule: message, orderBy: 'CAPTURED' })).data!['leads'].totalCount).toBe(0);
});
