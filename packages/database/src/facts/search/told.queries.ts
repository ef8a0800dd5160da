import { type RawBuilder, sql } from 'kysely';
import { type Em, preparedFor, rowsOf } from '#connection';
import { wanted, whose } from '../refresh/whose.ts';

/** A text by which a customer is found; `written` is a telephone as it was typed in. */
export interface Told {
  readonly said: 'NAME' | 'TAX_ID' | 'PHONE' | 'EMAIL' | 'OTHER';
  readonly text: string;
  readonly written?: string;
  /** Whether only those find him by it who may read personal data. */
  readonly personal: boolean;
  /** The contact whose name or telephone it is, and the customer who has him. */
  readonly contactId: string | null;
  readonly holderId: string;
}

/** A customer and by what he is found. */
export interface Findable {
  readonly id: string;
  /** Of one who was merged the contacts are told as those of the one he is now. */
  readonly merged: boolean;
  readonly texts: readonly Told[];
}

/** What these customers, and the roots of those that were merged, are found by: with what everybody has who was merged into them. */
export async function toldOf(em: Em, customerIds: readonly string[]): Promise<Findable[]> {
  const rows = await rowsOf(em, preparedFor(customerIds, sql<Told & { id: string; merged: boolean }>`
    with ${wanted(customerIds)}, member as materialized (
      select w.id as customer_id, unnest(m.parts) as part_id from wanted w ${whose}
    )
    ${texts}`));
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, some]) => ({ id, merged: some.some(({ merged }) => merged), texts: some }));
}

/** What a member has in a table, through its index on the customer, however many the planner takes the members for. */
const his = (rows: RawBuilder<unknown>): RawBuilder<unknown> => sql`member m cross join lateral (${rows} offset 0) r`;

const told = (contactId: RawBuilder<unknown>): RawBuilder<unknown> => sql`m.customer_id as id, ${contactId} as "contactId", m.part_id as "holderId"`;
const himself = told(sql`null::uuid`);

const texts: RawBuilder<unknown> = sql`
  select ${himself}, 'NAME' as said, concat_ws(' ', r.name, r.given_name, r.family_name) as text, null as written, false as personal,
    m.part_id = m.customer_id and r.merged_into is not null as merged
  from ${his(sql`select name, given_name, family_name, merged_into from customer c where c.id = m.part_id`)}
  union all
  select ${himself}, 'TAX_ID', r.tax_id, null, true, false
  from ${his(sql`select tax_id from customer c where c.id = m.part_id and c.tax_id is not null`)}
  union all
  select ${told(sql`r.id`)}, 'NAME', concat_ws(' ', r.given_name, r.family_name), null, false, false
  from ${his(sql`select id, given_name, family_name from contact k where k.customer_id = m.part_id and k.deleted_at is null`)}
  union all
  select ${told(sql`r.contact_id`)},
    case when r.kind in ('PHONE', 'MOBILE', 'MESSAGING') and r.normalised like '+%' then 'PHONE' when r.kind = 'EMAIL' then 'EMAIL' else 'OTHER' end,
    r.normalised, r.value, true, false
  from ${his(sql`
    select p.contact_id, p.kind, p.normalised, p.value from contact_point p left join contact k on k.id = p.contact_id and k.customer_id = p.customer_id
    where p.customer_id = m.part_id and k.deleted_at is null`)}
  union all
  select ${himself}, 'OTHER', r.city, null, true, false
  from ${his(sql`select city from address a where a.customer_id = m.part_id and a.is_current and a.city is not null`)}
  union all
  select ${himself}, 'OTHER', r.value, null, r.kind <> 'EXTERNAL_ID', false
  from ${his(sql`select kind, value from customer_identity i where i.customer_id = m.part_id`)}`;
