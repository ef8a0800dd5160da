import 'reflect-metadata';
import { mayReadMarked, type Noun, type Role, roles, scopeOf, type Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CanaryRows, layCanaries } from '../testing/canary-rows.ts';
import { everyQuery } from '../testing/every-query.ts';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let rows: CanaryRows;
const viewers = new Map<Role, Viewer>();

beforeAll(async () => {
  house = await openTestHouse();
  rows = await layCanaries(house);
  const teamId = await house.group('team', 'My own team');
  const partnerId = await house.group('partner', 'My own partner');
  for (const role of roles) viewers.set(role, await house.person(role, role === 'partner' ? { partnerId } : { teamId }));
});
afterAll(() => house.close());

/** By which noun a customer's things are read; the rest is read with the customer. */
const nounOf: Record<string, Noun> = {
  contact: 'contact', sales_order: 'order', order_line: 'order', order_return: 'order', activity: 'activity',
  timeline_event: 'timeline', event_personal: 'timeline',
};
const personal = ['contact_point', 'contact', 'address', 'event_personal'];
const personalColumns = ['customer.tax_id', 'customer.iban', 'customer_facts.city', 'customer_facts.city_key'];
/** What staff know of the house, whoever's customers they see; a partner's people do not. */
const ofTheHouse = ['product', 'product_category', 'customer_search'];

function isForeign(place: string, { role }: Viewer): boolean {
  const [table = ''] = place.split('.');
  const isOfCustomer = table === 'customer' || rows.get(table)?.['customer_id'] !== undefined;
  if (!isOfCustomer) return role === 'partner' && !ofTheHouse.includes(table);
  if ((personal.includes(table) || personalColumns.includes(place)) && !mayReadMarked(role, 'personal')) return true;
  return scopeOf(role, 'customer', 'read') !== 'all' || scopeOf(role, nounOf[table] ?? 'customer', 'read') !== 'all';
}

/** Values for the arguments of any field, by name and type; of an id there are as many as there are rows. */
const valueFor = (id: unknown) => (name: string, type: string): unknown => {
  if (name.toLowerCase().endsWith('rule')) return { not: { fact: 'country', is: 'eq', value: 'ZZ' } };
  if (name === 'by' || name === 'sortBy') return 'name';
  if (name === 'currency') return 'USD';
  switch (type) {
    case 'ID': return name === 'customerId' ? rows.get('customer')?.['id'] : id;
    case 'String': return 'canary';
    case 'Int': return 50;
    case 'Boolean': return true;
    case 'Date': return '2026-02-01';
    case 'DateTime': return '2026-01-01T00:00:00Z';
    case 'JSON': return {};
    default: return undefined;
  }
};

const asked = new Map<Role, Promise<Map<string, Set<string>>>>();

/** Where the canaries come from that a viewer's answers hold, and the fields that gave them. */
function canariesSeen(viewer: Viewer): Promise<Map<string, Set<string>>> {
  const seeing = asked.get(viewer.role) ?? askEverything(viewer);
  asked.set(viewer.role, seeing);
  return seeing;
}

async function askEverything(viewer: Viewer): Promise<Map<string, Set<string>>> {
  const seen = new Map<string, Set<string>>();
  const ids = [...new Set([...rows.values()].flatMap((row) => ('id' in row ? [row['id']] : [])))];
  const documents = new Map(ids.flatMap((id) => everyQuery(house.schema, valueFor(id)).filter((one) => one.document !== '')
    .map((one) => [one.document, one.field] as const)));
  for (const [document, field] of documents) {
    const answer = JSON.stringify(await house.ask(viewer, document));
    for (const [, place = ''] of answer.matchAll(/CANARY:([\w.]+);/g)) seen.set(place, (seen.get(place) ?? new Set()).add(field));
  }
  return seen;
}

test.each(roles)('%s finds nothing that is not his, whatever he asks', async (role) => {
  const viewer = viewers.get(role)!;
  const seen = await canariesSeen(viewer);
  const foreign = [...seen].filter(([place]) => isForeign(place, viewer)).map(([place, fields]) => `${place} by ${[...fields].join()}`);
  expect(foreign).toEqual([]);
}, 120_000);

test('the canaries are there to be found: one who sees everything finds them', async () => {
  const seen = await canariesSeen(viewers.get('administrator')!);
  const tables = new Set([...seen.keys()].map((place) => place.split('.')[0]));
  const skipped = new Set(everyQuery(house.schema, valueFor('')).flatMap((one) => [...one.skipped, ...(one.document === '' ? [`${one.field}: not asked at all`] : [])]));
  console.log(`Canaries seen by an administrator: ${[...tables].toSorted().join(', ')}.`);
  console.log(skipped.size > 0 ? `Left out, since no argument could be made: ${[...skipped].toSorted().join(', ')}.` : 'Every argument could be made.');
  expect([...tables]).toEqual(expect.arrayContaining(['customer', 'contact', 'contact_point', 'address', 'app_user', 'team', 'segment']));
}, 120_000);
