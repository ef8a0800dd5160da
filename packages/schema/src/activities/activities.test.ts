import { remindDue } from '@orbita/database/activities';
import { inboxTopicsOf } from '@orbita/database/inbox';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';

let house: House;
let sales: Viewer;
let colleague: Viewer;
let stranger: Viewer;
let customerId: string;
beforeAll(async () => {
  house = await openTestHouse();
  const teamId = await house.group('team', 'North');
  sales = await house.person('sales', { name: 'Luis', teamId });
  colleague = await house.person('sales', { name: 'Marta', teamId });
  stranger = await house.person('sales', { name: 'Extra' });
});
afterAll(() => house.close());
beforeEach(async () => { customerId = await layCustomer(house, { owner: sales, teamId: sales.teamId! }); });

const fields = `activity { id kind direction channel subject body dueAt remindAt doneAt version assignee { name } author { name } mentions { name } customer { id } } refusal { code field message details }`;
const run = async (verb: string, type: string, input: object, viewer = sales, key?: string) => {
  const keyed = key ? ', idempotencyKey: $key' : '';
  const answer = await house.ask(viewer, `mutation($input: ${type}!${key ? ', $key: String' : ''}) { ${verb}(input: $input${keyed}) { ${fields} } }`, { input, key });
  return answer.data?.[verb] ?? answer;
};
const log = (input: object, viewer = sales, key?: string) => run('logActivity', 'LogActivityInput', { customerId, kind: 'NOTE', body: 'Hello', ...input }, viewer, key);
const task = (input: object = {}, viewer = sales) => run('createTask', 'CreateTaskInput', { customerId, subject: 'Call back', dueAt: '2026-06-16T08:00:00Z', ...input }, viewer);
const inbox = async (viewer: Viewer) => (await house.ask(viewer, `{ inbox { totalCount unreadCount edges { node { id kind readAt activity { subject } customer { id name } } } } }`)).data!['inbox'];
const tasks = async (state: string, viewer = sales) => (await house.ask(viewer, `{ myTasks(first: 50, state: ${state}) { totalCount edges { node { subject } } } }`)).data!['myTasks'];
const factsOf = async () => (await house.sql('select last_contact_at, open_tasks, next_task_due_at from customer_facts where customer_id = ?', [customerId]))[0]!;

test('a call is contact: it is listed, told and known of the customer', async () => {
  const { activity } = await log({ kind: 'CALL', direction: 'INBOUND', subject: 'Asked for a price', occurredAt: '2026-06-14T09:00:00Z' });
  expect(activity).toMatchObject({ kind: 'CALL', channel: 'PHONE', author: { name: 'Luis' }, version: 1, customer: { id: customerId } });
  expect(new Date((await factsOf())['last_contact_at'] as string).toISOString()).toBe('2026-06-14T09:00:00.000Z');
  const listed = await house.ask(sales, `query($id: ID!) { customer(id: $id) { activities(kinds: [CALL]) { totalCount edges { node { subject } } } } }`, { id: customerId });
  expect(listed.data!['customer'].activities).toEqual({ totalCount: 1, edges: [{ node: { subject: 'Asked for a price' } }] });
  expect((await house.ask(stranger, `query($id: ID!) { activity(id: $id) { id } activities(customerId: "${customerId}") { totalCount } }`, { id: activity.id })).data)
    .toEqual({ activity: null, activities: { totalCount: 0 } });
});

test('of a customer the tasks that are open are asked for alone, however many newer ones are done', async () => {
  const open = (await task({ subject: 'Promised' }))['activity'];
  for (const subject of ['One', 'Two']) {
    const { activity } = await task({ subject });
    await run('completeTask', 'ActivityVersionInput', { id: activity.id, expectedVersion: activity.version });
  }
  const { data } = await house.ask(sales, 'query($id: ID!) { customer(id: $id) { open: activities(first: 1, open: true) { totalCount edges { node { id } } } all: activities(kinds: [TASK]) { totalCount } } }', { id: customerId });
  expect(data!['customer'].open.edges).toEqual([{ node: { id: open.id } }]);
  expect(data!['customer'].all.totalCount - data!['customer'].open.totalCount).toBeGreaterThanOrEqual(2);
  await run('completeTask', 'ActivityVersionInput', { id: open.id, expectedVersion: open.version });
});

test('who may not see the customer can write nothing of him, nor be mentioned or given a task', async () => {
  expect((await log({}, stranger)).refusal.code).toBe('NOT_FOUND');
  expect((await log({ mentions: [colleague.userId, stranger.userId] })).refusal)
    .toMatchObject({ code: 'INVALID', field: 'mentions.1', message: expect.stringContaining('Extra may not see this customer') });
  expect((await task({ assigneeId: stranger.userId })).refusal).toMatchObject({ code: 'INVALID', field: 'assigneeId' });
  expect((await inbox(stranger)).totalCount).toBe(0);
  const warehouse = await house.person('warehouse');
  expect((await log({}, warehouse)).errors[0].extensions.code).toBe('FORBIDDEN');
});

test('a mention and a task reach the inbox once, not one’s own; reading them counts down', async () => {
  const before = (await inbox(colleague)).unreadCount;
  await log({ subject: 'Look', mentions: [colleague.userId, sales.userId] });
  const [one, two] = await Promise.all([1, 2].map(() => log({ subject: 'Once', mentions: [colleague.userId] }, sales, 'same')));
  expect(one.activity.id).toBe(two.activity.id);
  await task({ assigneeId: colleague.userId });
  const mine = await inbox(colleague);
  expect(mine).toMatchObject({ unreadCount: before + 3 });
  expect(mine.edges[0].node).toMatchObject({ kind: 'TASK_ASSIGNED', readAt: null, activity: { subject: 'Call back' }, customer: { id: customerId } });
  expect((await inbox(sales)).totalCount).toBe(0);
  const read = await house.ask(colleague, `mutation($ids: [ID!]) { markRead(ids: $ids) { marked unreadCount } }`, { ids: [mine.edges[0].node.id] });
  expect(read.data!['markRead']).toEqual({ marked: 1, unreadCount: before + 2 });
  expect((await house.ask(sales, `mutation($ids: [ID!]) { markRead(ids: $ids) { marked } }`, { ids: [mine.edges[1].node.id] })).data!['markRead'].marked).toBe(0);
  const events = await house.sql<{ payload: Record<string, unknown> }>('select payload from timeline_event where customer_id = ? order by no', [customerId]);
  expect(events.flatMap(inboxTopicsOf)).toContain(`inbox:${colleague.userId}`);
});

test('an inbox, however long, is read with its activities and customers in five statements', async () => {
  for (let at = 0; at < 5; at++) await log({ subject: `Line ${at}`, mentions: [colleague.userId] });
  house.statements.length = 0;
  await inbox(colleague).then(({ edges }) => expect(edges.length).toBeGreaterThan(4));
  expect(house.statements.length).toBeLessThanOrEqual(5); // lines, total, unread, activities, customers
});

test('what one may no longer see leaves his inbox', async () => {
  await log({ mentions: [colleague.userId] });
  const before = await inbox(colleague);
  await house.sql('update customer set team_id = null where id = ?', [customerId]);
  expect((await inbox(colleague)).totalCount).toBe(before.totalCount - 1);
});

test('tasks stand where their date puts them in the company’s day; done ones leave and can come back', async () => {
  const me = await house.person('manager');
  const make = (subject: string, dueAt: string) => task({ subject, dueAt }, me);
  await make('late', '2026-06-15T09:59:00Z');
  await make('today', '2026-06-15T21:59:00Z');
  const { activity } = await make('tomorrow', '2026-06-15T22:00:00Z'); // midnight in Madrid
  const subjects = async (state: string) => (await tasks(state, me)).edges.map((edge: { node: { subject: string } }) => edge.node.subject);
  expect([await subjects('OPEN'), await subjects('OVERDUE'), await subjects('TODAY'), await subjects('UPCOMING')])
    .toEqual([['late', 'today', 'tomorrow'], ['late'], ['today'], ['tomorrow']]);
  const done = await run('completeTask', 'ActivityVersionInput', { id: activity.id, expectedVersion: 1 }, me);
  expect(done.activity).toMatchObject({ doneAt: testNow.toISOString(), version: 2 });
  expect([await subjects('UPCOMING'), await subjects('DONE'), (await factsOf())['open_tasks']]).toEqual([[], ['tomorrow'], 2]);
  const stale = await run('reopenTask', 'ActivityVersionInput', { id: activity.id, expectedVersion: 1 });
  expect(stale).toMatchObject({ activity: { version: 2 }, refusal: { code: 'STALE_VERSION', details: { by: 'manager' } } });
  expect((await run('reopenTask', 'ActivityVersionInput', { id: activity.id, expectedVersion: 2 })).activity.doneAt).toBeNull();
  expect((await tasks('OPEN', colleague)).edges.map((edge: { node: { subject: string } }) => edge.node.subject)).not.toContain('late');
});

test('an update keeps what is not said, tells only who is new, and a deleted one is gone', async () => {
  const { activity: { id } } = await task({ assigneeId: colleague.userId, remindAt: '2026-06-16T07:00:00Z', body: 'Details' });
  const before = await inbox(colleague);
  const updated = await run('updateActivity', 'UpdateActivityInput', { id, expectedVersion: 1, subject: 'Call again' });
  expect(updated.activity).toMatchObject({ subject: 'Call again', body: 'Details', remindAt: '2026-06-16T07:00:00.000Z', assignee: { name: 'Marta' }, version: 2 });
  expect((await inbox(colleague)).totalCount).toBe(before.totalCount);
  expect((await run('updateActivity', 'UpdateActivityInput', { id, expectedVersion: 2, assigneeId: stranger.userId })).refusal.field).toBe('assigneeId');
  const off = (viewer: Viewer) => run('deleteActivity', 'ActivityVersionInput', { id, expectedVersion: 2 }, viewer);
  expect((await off(colleague)).refusal.code).toBe('FORBIDDEN');
  expect(await off(sales)).toEqual({ activity: null, refusal: null });
  expect((await off(sales)).refusal.code).toBe('NOT_FOUND');
  expect([(await factsOf())['open_tasks'], (await inbox(colleague)).totalCount]).toEqual([0, before.totalCount - 1]);
});

test('a reminder comes exactly once, however many workers ask at once, and again when it is moved', async () => {
  const { activity: { id } } = await task({ remindAt: '2026-06-15T12:00:00Z' });
  const reminded = async (at: string) => (await Promise.all([1, 2, 3].map(() => remindDue(house.database.em, new Date(at))))).reduce((a, b) => a + b, 0);
  expect(await reminded('2026-06-15T11:59:00Z')).toBe(0);
  expect(await reminded('2026-06-15T12:00:00Z')).toBe(1);
  expect(await reminded('2026-06-15T13:00:00Z')).toBe(0);
  expect((await inbox(sales)).edges[0].node).toMatchObject({ kind: 'REMINDER', activity: { subject: 'Call back' } });
  await run('updateActivity', 'UpdateActivityInput', { id, expectedVersion: 1, remindAt: '2026-06-15T14:00:00Z' });
  expect(await reminded('2026-06-15T14:00:00Z')).toBe(1);
});

test('what cannot be is refused where it is said', async () => {
  expect((await log({ kind: 'TASK' })).refusal).toMatchObject({ code: 'INVALID', field: 'kind' });
  expect((await log({ kind: 'CALL' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'direction' });
  expect((await log({ contactId: customerId })).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'contactId' });
  const { activity } = await log({});
  expect((await run('completeTask', 'ActivityVersionInput', { id: activity.id, expectedVersion: 1 })).refusal.code).toBe('CONFLICT');
});

test('what is to be done about an opportunity is listed by it, to whoever sees its customer', async () => {
  const opened = await house.ask(sales, 'mutation($input: OpenOpportunityInput!) { openOpportunity(input: $input) { opportunity { id } } }', { input: { customerId, title: 'Press' } });
  const opportunityId: string = opened.data!['openOpportunity'].opportunity.id;
  await task({ opportunityId });
  await task({ subject: 'Something else' });
  const about = (viewer: Viewer) => house.ask(viewer, 'query($id: ID!) { activities(opportunityId: $id, kinds: [TASK]) { totalCount edges { node { subject } } } }', { id: opportunityId });
  expect((await about(sales)).data).toEqual({ activities: { totalCount: 1, edges: [{ node: { subject: 'Call back' } }] } });
  expect((await about(stranger)).data).toEqual({ activities: { totalCount: 0, edges: [] } });
});

test('activities and tasks are narrowed by a rule and a text, put in order, page by page, and their rule is refused with what is wrong', async () => {
  for (const [subject, dueAt] of [['Enviar catálogo de otoño', '2026-06-20T08:00:00Z'], ['Visitar la feria', '2026-06-18T08:00:00Z'], ['Preguntar por la feria', '2026-06-19T08:00:00Z']] as const) await task({ subject, dueAt });
  await log({ kind: 'CALL', direction: 'OUTBOUND', subject: 'Feria de otoño', durationMinutes: 20 });
  const mine = { fact: 'ownerId', is: 'in', values: [sales.userId] };
  const ask = async (name: string, more: Record<string, unknown>, viewer = sales) => {
    const own = name === 'activities' ? 'customerId: $customerId, ' : '';
    const answer = await house.ask(viewer, `query($rule: JSON, $search: String, $orderBy: ActivityOrder, $first: Int, $after: String${own && ', $customerId: ID'}) {
      ${name}(${own}rule: $rule, search: $search, orderBy: $orderBy, first: $first, after: $after) { totalCount pageInfo { endCursor } edges { node { subject } } } }`, { ...(own ? { customerId } : {}), ...more });
    return answer.data?.[name] ?? answer.errors![0]!.extensions;
  };
  const told = ({ totalCount, edges }: { totalCount: number; edges: { node: { subject: string } }[] }) => [totalCount, ...edges.map(({ node }) => node.subject)];
  const byDue = { orderBy: { by: 'dueAt', descending: true } };
  expect(told(await ask('activities', { search: 'FERIA', ...byDue }))).toEqual([3, 'Preguntar por la feria', 'Visitar la feria', 'Feria de otoño']);
  expect(told(await ask('activities', { search: 'otono', rule: { and: [mine, { fact: 'activity.durationMinutes', is: 'ge', value: 15 }] } }))).toEqual([1, 'Feria de otoño']);
  expect(told(await ask('myTasks', { search: 'feria', rule: mine }))).toEqual([2, 'Visitar la feria', 'Preguntar por la feria']);
  const first = await ask('activities', { first: 1, rule: { fact: 'activity.kind', is: 'eq', value: 'TASK' }, ...byDue });
  expect(told(first)).toEqual([3, 'Enviar catálogo de otoño']);
  expect(told(await ask('activities', { first: 1, after: first.pageInfo.endCursor, rule: { fact: 'activity.kind', is: 'eq', value: 'TASK' }, ...byDue }))).toEqual([3, 'Preguntar por la feria']);
  expect(told(await ask('activities', { search: 'feria' }, stranger))).toEqual([0]);
  expect(await ask('activities', { rule: { fact: 'order.amount', is: 'ge', value: 1 } })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await ask('myTasks', { after: 'nonsense', ...byDue })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const { data } = await house.ask(sales, '{ ruleCatalogue(subject: activity) { facts { key label } } }');
  expect(data!['ruleCatalogue'].facts).toContainEqual({ key: 'activity.dueAt', label: expect.any(String) });
});
