import { may } from '@orbita/domain/access';
import { refuse, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import { forgetUnusedWords } from '#facts';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';
import { removeDemoSegments } from './demo-segments.queries.ts';

/**
 * Removes the example: its customers with everything of theirs, events too, and its products, lines and staff unless
 * something real refers to them by now (such staff are deactivated). Answers how many customers went.
 */
export async function removeDemo(em: Em, { viewer, actor, now, company }: Writing): Promise<{ customers: number } | Refusal> {
  if (!may(viewer, 'company', 'delete')) return refuse('FORBIDDEN');
  // Events are out of reach of the application's role; what was made up is no history, so the owner removes it.
  const [working] = await rowsOf(em, sql<{ role: string }>`select current_setting('role') as role, set_config('role', 'none', true)`);
  await rowsOf(em, sql`create temporary table gone on commit drop as select id from customer where example`);
  const tables = await rowsOf(em, sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'customer_id' order by table_name`);
  for (const { name } of tables) {
    await run(em, sql`delete from ${sql.table(name)} where customer_id in (select id from gone)`);
  }
  const customers = await run(em, sql`delete from customer where id in (select id from gone)`);
  await run(em, sql`delete from product p where code ~ '^[CMS]-1[0-9][0-9]$' and not exists (select from order_line l where l.product_id = p.id)
    and not exists (select from order_return r where r.product_id = p.id)`);
  await run(em, sql`delete from product_category c where not exists (select from product p where p.category_id = c.id)`);
  await run(em, sql`delete from business_line b where not is_default and ${sql.join(
    ['sales_order', 'cycle', 'lead', 'opportunity', 'pipeline', 'capture_door'].map((table) =>
      sql`not exists (select from ${sql.table(table)} o where o.line_id = b.id)`), sql` and `)}`);
  await removeDemoSegments(em);
  await removeStaff(em);
  await run(em, sql`update company set example = false, version = version + 1`);
  await appendEvents(em, [{ customerId: company.id, type: 'exampleRemoved', occurredAt: now, payload: { id: company.id, customers } }], actor, now);
  await forgetUnusedWords(em);
  await rowsOf(em, sql`select set_config('role', ${working!.role}, true)`);
  return { customers };
}

async function removeStaff(em: Em): Promise<void> {
  const staff = sql`select id from app_user where email like '%@almendra.example'`;
  await run(em, sql`delete from auth_session where user_id in (${staff})`);
  await run(em, sql`delete from auth_account where user_id in (${staff})`);
  await run(em, sql`delete from access_key where user_id in (${staff})`);
  await run(em, sql`update app_user set active = false where email like '%@almendra.example'`);
  await run(em, sql`
    delete from app_user u where email like '%@almendra.example'
      and not exists (select from customer c where c.owner_id = u.id)
      and not exists (select from lead l where l.owner_id = u.id) and not exists (select from opportunity o where o.owner_id = u.id)
      and not exists (select from activity a where u.id in (a.assignee_id, a.author_id) or u.id = any(a.mentions))
      and not exists (select from segment s where s.owner_id = u.id) and not exists (select from saved_view v where v.owner_id = u.id)
      and not exists (select from timeline_event e where e.actor_id = u.id)
      and not exists (select from invitation i where u.id in (i.invited_by, i.user_id))`);
  for (const table of ['team', 'partner']) {
    const column = sql.id(`${table}_id`);
    await run(em, sql`
      delete from ${sql.table(table)} g where not exists (select from app_user u where u.${column} = g.id)
        and not exists (select from customer c where c.${column} = g.id) and not exists (select from invitation i where i.${column} = g.id and i.accepted_at is null and i.revoked_at is null)`);
  }
}
