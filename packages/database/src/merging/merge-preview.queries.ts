import { may, type Noun, scopeOf, type Viewer } from '@orbita/domain/access';
import { mostAtOnce, type Proposal, proposeMerge, proposeSurvivor, refuseMerge } from '@orbita/domain/merging';
import type { Refusal } from '@orbita/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';
import { customerById, type CustomerRow } from '#customers';
import { partsOf } from '#facts';
import { mergeables } from './mergeable.queries.ts';

/** What hangs from a customer, by room; null where the viewer may not read it. All of it stays, under the one. */
export interface Hanging {
  readonly contacts: number | null;
  readonly contactPoints: number | null;
  readonly addresses: number | null;
  readonly leads: number | null;
  readonly opportunities: number | null;
  readonly orders: number | null;
  readonly cycles: number | null;
  readonly activities: number | null;
  readonly lists: number | null;
}

/** One field side by side, as it is shown. */
export interface FieldSideBySide extends Proposal {
  /** One a customer, in their order. */
  readonly values: readonly (string | null)[];
}

export interface MergePreview {
  /** In the order asked. */
  readonly customers: readonly CustomerRow[];
  readonly survivorId: string;
  readonly fields: readonly FieldSideBySide[];
  /** One a customer, in their order. */
  readonly hanging: readonly Hanging[];
  readonly refusal: Refusal | null;
}

const wanted = { fields: new Set(['contactPoints', 'addresses', 'contacts']), facts: new Set<string>() };

/** Customers side by side, each as the one into whom he was merged; null for one who may not see or not change all of them. */
export async function mergePreview(em: Em, customerIds: readonly string[], viewer: Viewer, now: Date): Promise<MergePreview | null> {
  const customers: CustomerRow[] = [];
  for (const id of customerIds.slice(0, mostAtOnce + 1)) {
    const one = await customerById(em, id, wanted, viewer, now);
    if (!one || one.deletedAt !== null || one.erasedAt !== null || !may(viewer, 'customer', 'update', one)) return null;
    customers.push(one);
  }
  if (customers.length === 0) return null;
  const all = await mergeables(em, customers.map(({ id }) => id));
  const hanging = await hangingFrom(em, customers.map(({ id }) => id), viewer);
  return {
    customers, survivorId: proposeSurvivor(all).id, refusal: refuseMerge(all), hanging: customers.map(({ id }) => hanging.get(id) ?? nothing),
    fields: proposeMerge(all).map((one) => ({ ...one, values: customers.map((customer) => shown(customer, one.field)) })),
  };
}

const nothing: Hanging = {
  contacts: null, contactPoints: null, addresses: null, leads: null, opportunities: null, orders: null, cycles: null, activities: null, lists: null,
};

/** A field of the row that the viewer reads, in one line. */
function shown(row: CustomerRow, field: string): string | null {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  const line = (...values: unknown[]): string | null => values.map(text).filter((value) => value !== null).join(', ') || null;
  const [list, kind] = field.split('.');
  switch (list) {
    case 'owner': case 'team': case 'partner': return row[list]?.name ?? null;
    case 'address': {
      const found = row.addresses?.find((one) => one['kind'] === kind && one['isCurrent'] === true);
      return found ? line(found['street'], found['postalCode'], found['city'], found['country']) : null;
    }
    case 'preferred': return text(row.contactPoints?.find((one) => one['kind'] === kind && one['preferred'] === true)?.['value']);
    case 'primary': {
      const found = row.contacts?.find((one) => one['isPrimary'] === true);
      return found ? [found['givenName'], found['familyName']].map(text).filter(Boolean).join(' ') : null;
    }
    default: return text(row[field as keyof CustomerRow]);
  }
}

async function hangingFrom(em: Em, ids: readonly string[], viewer: Viewer): Promise<Map<string, Hanging>> {
  const count = (noun: Noun, from: RawBuilder<unknown>): RawBuilder<unknown> =>
    scopeOf(viewer.role, noun, 'read') === 'none' ? sql`null` : sql`case when ${visible('c', viewer, noun)} then (select count(*)::int from ${from}) end`;
  const rows = await rowsOf(em, sql<Hanging & { id: string }>`
    select c.id,
      ${count('contact', sql`contact x where x.customer_id = any(m.parts) and x.deleted_at is null`)} as contacts,
      ${count('contact', sql`contact_point x where x.customer_id = any(m.parts)`)} as "contactPoints",
      ${count('customer', sql`address x where x.customer_id = any(m.parts)`)} as addresses,
      ${count('lead', sql`lead x where x.customer_id = any(m.parts)`)} as leads,
      ${count('opportunity', sql`opportunity x where x.customer_id = any(m.parts)`)} as opportunities,
      ${count('order', sql`sales_order x where x.customer_id = any(m.parts)`)} as orders,
      ${count('customer', sql`cycle x where x.customer_id = any(m.parts)`)} as cycles,
      ${count('activity', sql`activity x where x.customer_id = any(m.parts) and x.deleted_at is null`)} as activities,
      ${count('segment', sql`segment_member x join segment s on s.id = x.segment_id and s.kind = 'LIST' and s.deleted_at is null
        where x.customer_id = any(m.parts) and x.left_at is null`)} as lists
    from customer c cross join lateral (select ${partsOf(sql.ref('c.id'))} as parts offset 0) m
    where c.id = any(${ids}::uuid[]) and ${visible('c', viewer)}`);
  return new Map(rows.map(({ id, ...hanging }) => [id, hanging]));
}

/** Who was merged into a customer, as the API tells it. */
export interface MergedRow {
  readonly id: string;
  readonly name: string;
  readonly mergedAt: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** Whoever was merged into the customer `c`, the latest first, as a column of his statement. */
export const mergedFromColumn: RawBuilder<unknown> = sql`
  coalesce((
    select json_agg(json_build_object('id', part.id, 'name', part.name, 'mergedAt', m.merged_at,
      'by', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end) order by m.merged_at desc nulls last, part.id)
    from customer part
    left join lateral (select x.merged_at, x.merged_by from customer_merge x where x.merged_id = part.id and x.undone_at is null order by x.id desc limit 1) m on true
    left join app_user u on u.id = m.merged_by
    where part.merged_into = c.id), '[]')`;
