import type { CustomEntity } from '@orbita/domain/custom-fields';
import { type RawBuilder, sql } from 'kysely';
import { type Em, run } from '#connection';
import { midnightOf, milliseconds, reviewInstants } from '#facts';
import { ownValues } from './own-values.queries.ts';

/** The dates of a row `t` as the instants at which they begin in a zone, by field; null where it has none. */
const datesOf = (entity: CustomEntity, zone: string): RawBuilder<unknown> => sql`(
  select jsonb_object_agg(d.name, ${milliseconds(midnightOf(sql`(t.custom ->> d.name)::date`, zone))}::bigint)
  from custom_field d where d.entity = ${sql.lit(entity)} and d.type = 'DATE' and jsonb_exists(t.custom, d.name))`;

/** Brings every date of the company's own fields to another zone: in the transaction that moves the company there. */
export async function moveCustomDates(em: Em, { zone, now }: { readonly zone: string; readonly now: Date }): Promise<void> {
  for (const { entity, table } of ownValues) {
    await run(em, sql`
      update ${table} t set custom_compared = t.custom_compared || ${datesOf(entity, zone)}
      where t.custom <> '{}' and ${datesOf(entity, zone)} is not null`);
    await run(em, sql`
      update custom_order o set number = (t.custom_compared ->> d.name)::bigint
      from ${table} t, custom_field d where t.id = o.thing_id and d.id = o.field_id and d.entity = ${sql.lit(entity)} and d.type = 'DATE'`);
  }
  await run(em, sql`
    update customer_facts f set custom = c.custom_compared from customer c where c.id = f.customer_id and f.custom <> c.custom_compared`);
  await reviewInstants(em, { now });
}
