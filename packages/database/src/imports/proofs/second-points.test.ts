import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
});
afterEach(() => database.close());

const points = () => rowsOf(database.em.fork(), sql<{ name: string; of: string | null; points: string }>`
  select c.name, t.given_name as of, string_agg(p.kind || ' ' || p.normalised, ', ' order by p.kind, p.normalised) as points
  from contact_point p join customer c on c.id = p.customer_id left join contact t on t.id = p.contact_id group by 1, 2 order by 1, 2`);
const file = 'company,first,last,mail,mail2,phone,phone2\n'
  + 'Río SL,Ana,Paz,ana@rio.es,ana@casa.es,+34 912 345 201,+34 912 345 202\n,Leo,Sol,leo@sol.es,LEO@sol.es,,+34 912 345 203\nMar SL,,,,info@mar.es,+34 912 345 204,+34 912 345 204\n';
const mapping = (room: string, section: string, more: object) => ({
  room, system: 'crm', files: { rows: {} },
  [section]: { email: 'mail', email2: 'mail2', phone: 'phone', phone2: 'phone2', givenName: 'first', familyName: 'last', ...more },
});

test('two telephones and two e-mails of a row are two ways to reach whom it tells of, each once', async () => {
  const customers = mapping('customers', 'customer', { name: 'company' });
  expect(await loadText(database, customers, file)).toMatchObject({ state: { rows: { created: 3 } }, problems: [] });
  expect(await points()).toEqual([
    { name: 'Leo Sol', of: null, points: 'EMAIL leo@sol.es, PHONE +34912345203' }, { name: 'Mar SL', of: null, points: 'EMAIL info@mar.es, PHONE +34912345204' },
    { name: 'Río SL', of: 'Ana', points: 'EMAIL ana@casa.es, EMAIL ana@rio.es, PHONE +34912345201, PHONE +34912345202' },
  ]);
  const before = await checksum(database.em.fork());
  expect((await loadText(database, customers, file)).state.rows).toMatchObject({ unchanged: 3 });
  expect(await checksum(database.em.fork())).toEqual(before);
});

test('so it is of contacts; a wrong one is told with its own column', async () => {
  const contacts = mapping('contacts', 'contact', { organisation: 'company' });
  const { state, problems } = await loadText(database, contacts, `${file}Sol SL,Eva,Gil,eva@sol.es,no mail,,\n`);
  expect([state.rows, problems]).toMatchObject([{ created: 2, refused: 2 }, [{ row: 3, column: 'company' }, { row: 5, column: 'mail2' }]]);
  expect(await points()).toEqual([
    { name: 'Mar SL', of: null, points: 'EMAIL info@mar.es, PHONE +34912345204' },
    { name: 'Río SL', of: 'Ana', points: 'EMAIL ana@casa.es, EMAIL ana@rio.es, PHONE +34912345201, PHONE +34912345202' },
  ]);
});

test('what reaches somebody without a name reaches the organisation, and what is the organisation’s own stays its own beside a person’s', async () => {
  await loadText(database, {
    room: 'customers', system: 'crm', files: { rows: {} }, customer: { name: 'company', givenName: 'first', email: 'mail', contactEmail: 'mail2', contactPhone: 'phone' },
  }, 'company,first,mail,mail2,phone\nRío SL,Ana,info@rio.es,ana@rio.es,+34 912 345 201\nMar SL,,info@mar.es,eva@mar.es,+34 912 345 202\n');
  expect(await points()).toEqual([
    { name: 'Mar SL', of: null, points: 'EMAIL eva@mar.es, EMAIL info@mar.es, PHONE +34912345202' },
    { name: 'Río SL', of: 'Ana', points: 'EMAIL ana@rio.es, PHONE +34912345201' }, { name: 'Río SL', of: null, points: 'EMAIL info@rio.es' },
  ]);
});
