import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importMessage, type Mapping, parseMapping } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, newId, rowsOf, run } from '#connection';
import type { Database } from '#database';
import { importFiles, type ImportedFiles, type ImportFiles } from '../index.ts';

/** Real data that is not part of the repository; tests that need it skip without it. */
export const dataFolder = process.env['ORBITA_TEST_DATA'] ?? join(import.meta.dirname, '../../../../../../shared/data');
export const hasData = existsSync(dataFolder);
if (!hasData) console.warn(`Skipped: no data in ${dataFolder} (ORBITA_TEST_DATA).`);

export function shippedMapping(path: string): Mapping {
  return mappingOf(JSON.parse(readFileSync(join(import.meta.dirname, '../../../mappings', path), 'utf8')));
}

export function mappingOf(value: unknown): Mapping {
  const mapping = parseMapping(value);
  if (isRefused(mapping)) throw new Error(`${mapping.field}: ${JSON.stringify(mapping.details)}`);
  return mapping;
}

/** Imports files that must not be refused. */
export async function imported(database: Database, asked: ImportFiles): Promise<ImportedFiles> {
  const answer = await importFiles(database, asked);
  if (isRefused(answer)) throw new Error(importMessage(answer, 'en'));
  return answer;
}

export async function makeCompany(em: Em, { currency = 'EUR', zone = 'Europe/Madrid', country = 'ES' } = {}): Promise<void> {
  const now = new Date('2020-01-01T00:00:00Z').toISOString();
  await run(em, sql`
    insert into company (id, name, country, currency, zone, language, working_hours, updated_at)
    values (${newId()}::uuid, 'Test', ${country}, ${currency}, ${zone}, 'en', '{}', ${now}::timestamptz)`);
  await run(em, sql`insert into business_line (id, name, is_default) values (${newId()}::uuid, 'General', true)`);
}

/** What the tables hold but for ids and the instants of writing: equal for two ways that end alike. */
export async function checksum(em: Em): Promise<Record<string, string>> {
  const parts: Record<string, ReturnType<typeof sql>> = {
    customers: sql`select c.kind, c.name, c.name_key, c.language, c.tags, c.version, c.source, c.customer_since <= '2012-01-01' as since from customer c`,
    identities: sql`select i.kind, i.value, c.name from customer_identity i join customer c on c.id = i.customer_id`,
    contacts: sql`select k.given_name, k.family_name, k.job_title, c.name from contact k join customer c on c.id = k.customer_id`,
    points: sql`select p.kind, p.normalised, p.valid, c.name from contact_point p join customer c on c.id = p.customer_id`,
    addresses: sql`select a.street, a.city, a.city_key, a.province, a.postal_code, a.country, a.kind, c.name from address a join customer c on c.id = a.customer_id`,
    products: sql`select p.code, p.name, p.currency, p.list_price, p.active, p.version, g.name as category from product p left join product_category g on g.id = p.category_id`,
    orders: sql`select o.number, o.source, o.system, o.channel, o.placed_at, o.tracked, o.delivered_at, o.settled_at, o.currency, o.rate, o.amount, o.company_amount, o.company_returned, o.returned_whole, o.version, c.name from sales_order o join customer c on c.id = o.customer_id`,
    lines: sql`select o.number, l.no, p.code, l.description, l.quantity, l.unit_price, l.discount_percent, l.amount, l.company_amount from order_line l join sales_order o on o.id = l.order_id left join product p on p.id = l.product_id`,
    returns: sql`select r.system, r.reference, r.returned_at, p.code, r.quantity, r.amount, r.company_amount, r.order_id is null as free, c.name from order_return r join customer c on c.id = r.customer_id left join product p on p.id = r.product_id`,
    events: sql`select e.no, e.type, e.origin, e.occurred_at <= '2012-01-01' as past, e.payload ->> 'number' as number, c.name from timeline_event e join customer c on c.id = e.customer_id`,
    facts: sql`select name, country, city, orders_count, revenue_total, first_order_at, last_order_at, products_held, rhythm_days, rfm_input_orders, rfm_input_amount, rfm_input_last_on, rfm_segment, has_phone from customer_facts`,
    words: sql`select c.name, s.words::text from customer_search s join customer c on c.id = s.customer_id`,
    outbox: sql`select e.type, c.name from outbox o join timeline_event e on e.customer_id = o.customer_id and e.no = o.event_no join customer c on c.id = o.customer_id`,
  };
  const sums: Record<string, string> = {};
  for (const [name, part] of Object.entries(parts)) {
    const [row] = await rowsOf(em, sql<{ sum: string }>`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from (${part}) t`);
    sums[name] = row?.sum ?? '';
  }
  return sums;
}
