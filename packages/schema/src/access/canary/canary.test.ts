import 'reflect-metadata';
import { type Role, roles, type Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CanaryRows, layCanaries } from '../../testing/canary-rows.ts';
import { everyOperation } from '../../testing/every-operation.ts';
import { type House, openTestHouse } from '../../testing/execute.ts';
import { idsOf, isForeign, namesRowsOf, placesIn, valueFor } from '../../testing/canaries.ts';

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

/** Questions that an answer of ours broke: what it hides is looked at by nobody. */
const broken = new Set<string>();
/** Every question about every thing, and the field that it asks. */
let documents: ReadonlyMap<string, string> | undefined;
const asked = new Map<Role, Promise<Map<string, Set<string>>>>();

/** Where the canaries come from that a viewer's answers hold, and the fields that gave them. */
function canariesSeen(viewer: Viewer): Promise<Map<string, Set<string>>> {
  const seeing = asked.get(viewer.role) ?? askEverything(viewer);
  asked.set(viewer.role, seeing);
  return seeing;
}

async function askEverything(viewer: Viewer): Promise<Map<string, Set<string>>> {
  const seen = new Map<string, Set<string>>();
  documents ??= new Map([...rows].flatMap(([table, row]) => idsOf(new Map([[table, row]])).flatMap((id) =>
    everyOperation(house.schema, 'query', valueFor(rows, id), namesRowsOf(table)).filter((one) => one.document !== '').map((one) => [one.document, one.field] as const))));
  for (const [document, field] of documents) {
    const answer = await house.ask(viewer, document);
    const own = (answer as { errors?: { message: string }[] }).errors?.filter(({ message }) => /^Cannot return null|cannot represent/.test(message)) ?? [];
    for (const { message } of own) broken.add(`${field}: ${message}`);
    for (const place of placesIn(answer)) seen.set(place, (seen.get(place) ?? new Set()).add(field));
  }
  return seen;
}

test.each(roles)('%s finds nothing that is not his, whatever he asks', async (role) => {
  const viewer = viewers.get(role)!;
  const seen = await canariesSeen(viewer);
  const foreign = [...seen].filter(([place]) => isForeign(place, viewer, rows)).map(([place, fields]) => `${place} by ${[...fields].join()}`);
  expect(foreign).toEqual([]);
}, 120_000);

test('the canaries are there to be found: one who sees everything finds them', async () => {
  const seen = await canariesSeen(viewers.get('administrator')!);
  const tables = new Set([...seen.keys()].map((place) => place.split('.')[0]));
  const skipped = new Set(everyOperation(house.schema, 'query', valueFor(rows, '')).flatMap((one) => [...one.skipped, ...(one.document === '' ? [`${one.field}: not asked at all`] : [])]));
  console.log(`Canaries seen by an administrator: ${[...tables].toSorted().join(', ')}.`);
  console.log(skipped.size > 0 ? `Left out, since no argument could be made: ${[...skipped].toSorted().join(', ')}.` : 'Every argument could be made.');
  expect([...broken]).toEqual([]);
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['customer.custom', 'custom_field.label']));
  expect([...tables]).toEqual(expect.arrayContaining(['customer', 'contact', 'contact_point', 'address', 'app_user', 'team', 'segment']));
}, 120_000);
