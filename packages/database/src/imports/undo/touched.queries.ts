import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import { partsOf } from '#facts';

/** What belongs to a customer as an import may write it, each with the customer's id in `customer_id`. */
const held = [
  'customer_identity', 'contact', 'contact_point', 'address', 'consent', 'sales_order', 'order_line', 'order_return', 'lead', 'activity', 'opportunity',
  'opportunity_visit', 'cycle', 'cycle_visit', 'stage_visit', 'customer_facts',
] as const;

/** What people edit has versions: one that an import raised never falls back to what somebody else may hold. */
const edited: ReadonlySet<string> = new Set(['contact', 'sales_order', 'lead', 'activity', 'opportunity']);

const versionsOf = (em: Em, table: string, customerIds: readonly string[]) =>
  rowsOf(em, sql<{ id: string; version: number }>`select id, version from ${sql.table(table)} where customer_id = any(${customerIds}::uuid[])`);

const snapshot: RawBuilder<unknown> = sql`jsonb_build_object('customer', to_jsonb(c)${sql.join(held.map((table) => sql`,
  ${sql.lit(table)}::text, (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from ${sql.table(table)} t where t.customer_id = c.id)`), sql``)})`;

/** Keeps customers as they are before an import touches them for the first time, with what belongs to them; called with them locked. */
export async function keepBefore(em: Em, jobId: string, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  const ids = sql`select unnest(${partsOf(sql`a.id`)}) from unnest(${[...new Set(customerIds)]}::uuid[]) as a(id)`;
  await run(em, sql`
    insert into import_touched (job_id, thing_id, kind, before)
    select ${jobId}::uuid, c.id, 'CUSTOMER', ${snapshot} from customer c
    where c.id in (${ids}) and not exists (select from import_touched x where x.job_id = ${jobId}::uuid and x.thing_id = c.id)`);
}

/** Remembers what an import makes: undone, it is deleted. */
export async function keepMade(em: Em, jobId: string, kind: 'CUSTOMER' | 'PRODUCT', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(em, sql`insert into import_touched (job_id, thing_id, kind) select ${jobId}::uuid, unnest(${ids}::uuid[]), ${kind} on conflict do nothing`);
}

/** Keeps products as they are before an import writes over them. */
export async function keepProductsBefore(em: Em, jobId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(em, sql`
    insert into import_touched (job_id, thing_id, kind, before) select ${jobId}::uuid, p.id, 'PRODUCT', to_jsonb(p) from product p
    where p.id = any(${ids}::uuid[]) on conflict do nothing`);
}

export interface Touched {
  readonly id: string;
  readonly made: boolean;
}

/** The next things of a kind that an import touched and that are not undone yet. */
export function nextTouched(em: Em, jobId: string, kind: 'CUSTOMER' | 'PRODUCT', many: number): Promise<Touched[]> {
  return rowsOf(em, sql<Touched>`
    select thing_id as id, before is null as made from import_touched where job_id = ${jobId}::uuid and kind = ${kind} and not settled order by thing_id limit ${many}`);
}

export async function settle(em: Em, jobId: string, ids: readonly string[]): Promise<void> {
  await run(em, sql`update import_touched set settled = true, before = null where job_id = ${jobId}::uuid and thing_id = any(${ids}::uuid[])`);
}

/**
 * Which of these somebody wrote to since the import began, or to whom they are one with by now: what people did stays.
 * Also those whose opportunity stood where its pipeline has no stage any more; those there are stay until this transaction ends.
 */
export async function touchedSince(em: Em, jobId: string, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  await run(em, sql`select from pipeline order by id for key share`);
  const rows = await rowsOf(em, sql<{ id: string }>`
    select distinct t.id from customer t join import_job j on j.id = ${jobId}::uuid
    cross join lateral unnest(${partsOf(sql`coalesce(t.merged_into, t.id)`)}) part(id) join timeline_event e on e.customer_id = part.id
    where t.id = any(${customerIds}::uuid[]) and e.recorded_at >= j.created_at and e.actor_kind <> 'SYSTEM'
      and (e.actor_kind <> 'IMPORT' or coalesce(e.payload ->> 'importId', j.id::text) <> j.id::text)
    union
    select x.thing_id from import_touched x
    cross join lateral jsonb_to_recordset(x.before -> 'opportunity') o(pipeline_id uuid, stage text, status text)
    where x.job_id = ${jobId}::uuid and x.thing_id = any(${customerIds}::uuid[]) and o.status = 'OPEN' and not exists (
      select from pipeline p, jsonb_array_elements(p.stages) s where p.id = o.pipeline_id and p.deleted_at is null and s ->> 'key' = o.stage)`);
  return new Set(rows.map(({ id }) => id));
}

/** Which of these would get back a key that belongs by now to somebody who is not among them. */
export async function keysTaken(em: Em, jobId: string, customerIds: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    select distinct x.thing_id as id from import_touched x
    cross join lateral jsonb_to_recordset(x.before -> 'customer_identity') k(kind text, value text)
    join customer_identity i on i.kind = k.kind and i.value = k.value
    where x.job_id = ${jobId}::uuid and x.thing_id = any(${customerIds}::uuid[]) and i.customer_id <> all(${customerIds}::uuid[])`);
  return rows.map(({ id }) => id);
}

/** Who recommended these. */
export async function referrersOf(em: Em, customerIds: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    select distinct coalesce(r.merged_into, r.id) as id from customer c join customer r on r.id = c.referred_by where c.id = any(${customerIds}::uuid[])`);
  return rows.map(({ id }) => id);
}

/** Which of these products somebody changed, or another file, since the import began; whoever is at it now is waited for, and whoever comes waits. */
export async function productsChangedSince(em: Em, jobId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  await run(em, sql`select from product p where p.id = any(${ids}::uuid[]) order by p.id for update`);
  // What the company's events tell is read once, however many products they are held against.
  const rows = await rowsOf(em, sql<{ id: string }>`
    select distinct e.payload ->> 'id' as id from timeline_event e
    where e.customer_id = (select id from company limit 1) and e.recorded_at >= (select created_at from import_job where id = ${jobId}::uuid)
      and e.type in ('productUpdated', 'productActivated', 'productDeactivated') and e.payload ->> 'importId' is distinct from ${jobId}
      and e.payload ->> 'id' = any(${ids}::text[])`);
  return new Set(rows.map(({ id }) => id));
}

/** Puts customers and what belongs to them back as they were kept, row for row; whoever holds an older version of one is told. */
export async function putBack(em: Em, jobId: string, customerIds: readonly string[]): Promise<void> {
  for (const table of held) {
    const versions = edited.has(table) ? await versionsOf(em, table, customerIds) : [];
    await run(em, sql`delete from ${sql.table(table)} where customer_id = any(${customerIds}::uuid[])`);
    await run(em, sql`
      insert into ${sql.table(table)} select r.* from import_touched x, jsonb_populate_recordset(null::${sql.table(table)}, x.before -> ${sql.lit(table)}) r
      where x.job_id = ${jobId}::uuid and x.thing_id = any(${customerIds}::uuid[])`);
    if (versions.length > 0) {
      await run(em, sql`
        update ${sql.table(table)} t set version = v.version + 1 from json_to_recordset(${JSON.stringify(versions)}::json) as v(id uuid, version int)
        where t.id = v.id and t.version < v.version`);
    }
  }
  const names = await columnsOf(em, 'customer');
  await run(em, sql`
    update customer c set version = c.version + 1, (${names}) = (select ${names} from jsonb_populate_record(c, x.before -> 'customer'))
    from import_touched x where x.job_id = ${jobId}::uuid and x.thing_id = c.id and c.id = any(${customerIds}::uuid[])`);
}

/** Takes made customers out of sight, and gives back what identified them, so that a mended file can bring them anew. */
export async function takeOut(em: Em, customerIds: readonly string[], now: Date): Promise<void> {
  await run(em, sql`update customer set deleted_at = ${now.toISOString()}::timestamptz, updated_at = ${now.toISOString()}::timestamptz, version = version + 1 where id = any(${customerIds}::uuid[])`);
  await run(em, sql`delete from customer_identity where customer_id = any(${customerIds}::uuid[])`);
}

/** Products as they were; made ones that nothing names are gone, the others no longer offered. Answers how many were put back and taken out. */
export async function putProductsBack(em: Em, jobId: string, ids: readonly string[], now: Date): Promise<void> {
  const names = await columnsOf(em, 'product');
  await run(em, sql`
    update product p set version = p.version + 1, (${names}) = (select ${names} from jsonb_populate_record(p, x.before))
    from import_touched x where x.job_id = ${jobId}::uuid and x.thing_id = p.id and p.id = any(${ids}::uuid[]) and x.before is not null`);
  const made = sql`p.id = any(${ids}::uuid[]) and exists (select from import_touched x where x.job_id = ${jobId}::uuid and x.thing_id = p.id and x.before is null)`;
  await run(em, sql`delete from product p where ${made} and not exists (select from order_line l where l.product_id = p.id) and not exists (select from order_return r where r.product_id = p.id)`);
  await run(em, sql`update product p set active = false, version = version + 1, updated_at = ${now.toISOString()}::timestamptz where ${made}`);
}

/** All columns of a table but its id and version, whichever version of the program added them. */
async function columnsOf(em: Em, table: 'customer' | 'product'): Promise<RawBuilder<unknown>> {
  const columns = await rowsOf(em, sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name not in ('id', 'version') order by ordinal_position`);
  return sql.join(columns.map(({ name }) => sql.ref(name)));
}
