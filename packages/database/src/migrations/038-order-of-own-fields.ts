import { Migration } from '@mikro-orm/migrations';

const things = [['CONTACT', 'contact'], ['LEAD', 'lead'], ['OPPORTUNITY', 'opportunity']] as const;

/** The values there are of what is no customer, as `refreshCustomOrder` writes them. */
export const keysOfThings = (entity: string, table: string): string => `
  insert into custom_order (customer_id, thing_id, field_id, number, text)
  select t.customer_id, t.id, d.id,
    case jsonb_typeof(v.value) when 'number' then (v.value #>> '{}')::bigint when 'boolean' then ((v.value)::boolean)::int end,
    case jsonb_typeof(v.value) when 'string' then left(v.value #>> '{}', 100) end
  from ${table} t cross join lateral jsonb_each(t.custom_compared) v(name, value)
  join custom_field d on d.entity = '${entity}' and d.name = v.name and d.type not in ('CHOICES', 'CUSTOMER', 'USER')`;

/** Lists of leads, opportunities and contacts are sorted by a company's own fields as those of customers: by the same table of keys, a row a value. */
export class OrderOfOwnFields038 extends Migration {
  override up(): void {
    this.addSql(`alter table custom_order add column thing_id uuid`);
    this.addSql(`update custom_order set thing_id = customer_id`);
    this.addSql(`alter table custom_order alter column thing_id set not null, drop constraint custom_order_pkey, add primary key (customer_id, thing_id, field_id)`);
    this.addSql(`drop index custom_order_number, custom_order_text`);
    this.addSql(`create index custom_order_number on custom_order (field_id, number, thing_id) where number is not null`);
    this.addSql(`create index custom_order_text on custom_order (field_id, text, thing_id) where text is not null`);
    for (const [entity, table] of things) this.addSql(keysOfThings(entity, table));
    // A table with keys that wait to be checked can be changed by no later migration of the same transaction.
    this.addSql(`set constraints all immediate`);
    this.addSql(`set constraints all deferred`);
  }
}
