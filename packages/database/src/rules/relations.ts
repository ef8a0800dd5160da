import type { Noun } from '@orbita/domain/access';
import type { CustomEntity } from '@orbita/domain/custom-fields';
import { customerCatalogue, type RelationName } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { customFactsIn, milliseconds, plainText } from '#facts';

type Fragment = RawBuilder<unknown>;

/** Where the rows of a relation are: `r` is one of them. */
export interface RelationSource {
  /** A viewer must be able to read these to look into the relation. */
  readonly noun: Noun;
  readonly table: Fragment;
  /** Which rows of the table are rows of the relation. */
  readonly kept: Fragment;
  readonly fields: Readonly<Record<string, Fragment>>;
  /** Where the company's own fields of the rows are, in the form in which rules compare them. */
  readonly custom?: { readonly entity: CustomEntity; readonly values: Fragment };
}

/** Where the fields of a contact are: of the row of a relation, and of a contact that a rule is about. */
export function contactFields(alias: string): Readonly<Record<string, Fragment>> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return {
    role: plainText(column('role')),
    hasEmail: sql`exists (
      select 1 from contact_point p where p.customer_id = ${column('customer_id')} and p.contact_id = ${column('id')}
        and p.kind = 'EMAIL' and p.valid and p.bounced_at is null)`,
  };
}

/** Orders that count: neither cancelled nor returned whole; open customers' activities, contacts and current addresses. */
export const relationSources: Readonly<Record<RelationName, RelationSource>> = {
  orders: {
    noun: 'order', table: sql`sales_order`, kept: sql`r.cancelled_at is null and not r.returned_whole`,
    fields: {
      placedAt: sql`r.placed_at`,
      amount: sql`(r.company_amount - r.company_returned)`,
      channel: sql`r.channel`,
      source: plainText(sql`r.source`),
      lineId: sql`r.line_id`,
      productIds: sql`array(
        select distinct l.product_id from order_line l
        where l.customer_id = r.customer_id and l.order_id = r.id and l.product_id is not null order by 1)`,
      hasContract: sql`(r.contract_ends_at is not null)`,
    },
  },
  activities: {
    noun: 'activity', table: sql`activity`, kept: sql`r.deleted_at is null`,
    fields: { kind: sql`r.kind`, direction: sql`r.direction`, occurredAt: sql`r.occurred_at` },
  },
  contacts: {
    noun: 'contact', table: sql`contact`, kept: sql`r.deleted_at is null`,
    custom: { entity: 'CONTACT', values: sql`r.custom_compared` },
    fields: contactFields('r'),
  },
  addresses: {
    noun: 'customer', table: sql`address`, kept: sql`r.is_current`,
    fields: { country: sql`r.country::text`, city: sql`r.city_key`, postalCode: plainText(sql`r.postal_code`) },
  },
};

/** A customer's rows, with those of everybody merged into him; the list of ids lets an index find them. */
export const hisRows = (relation: RelationName, customerId: Fragment): Fragment => {
  const { table, kept } = relationSources[relation];
  return sql`${table} r where r.customer_id = any(array(
    select ${customerId} union all select m.id from customer m where m.merged_into = ${customerId})) and ${kept}`;
};

/**
 * Whether some row of his, or of somebody merged into him, fulfils a condition: apart, so that over many customers the
 * rows are read once and hashed, and for one customer they are found by the index.
 */
export const rowExists = (relation: RelationName, customerId: Fragment, condition: Fragment): RawBuilder<boolean> => {
  const { table, kept } = relationSources[relation];
  return sql<boolean>`(exists (select 1 from ${table} r where r.customer_id = ${customerId} and ${kept} and ${condition})
    or ${customerId} in (
      select m.merged_into from customer m join ${table} r on r.customer_id = m.id
      where m.merged_into is not null and ${kept} and ${condition}))`;
};

/** The rows of a relation as rules in memory read them: a list of objects, instants in milliseconds. */
export function relatedRows(relation: RelationName, customerId: Fragment): Fragment {
  const fields = customerCatalogue().relations[relation].fields.flatMap(({ key, type }) => {
    const column = relationSources[relation].fields[key];
    return column ? [sql`${type === 'instant' ? milliseconds(column) : column} as ${sql.id(key)}`] : [];
  });
  const { custom } = relationSources[relation];
  // Which fields there are is no matter of a row: they are read as one object, and stand beside the others.
  const [row, own] = custom ? [sql`(to_jsonb(x) - 'own') || x.own`, sql`, ${customFactsIn(custom.entity, custom.values)} as own`] : [sql`to_jsonb(x)`, sql``];
  return sql`coalesce((select jsonb_agg(${row}) from (select ${sql.join(fields)}${own} from ${hisRows(relation, customerId)}) x), '[]')`;
}
