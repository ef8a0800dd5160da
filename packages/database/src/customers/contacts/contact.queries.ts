import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { type CustomValueRow, customValuesColumn } from '#custom-fields';

/** The row behind the API's `Contact`, in its field names; parts that were not selected are absent. */
export interface ContactRow {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string | null;
  readonly jobTitle: string | null;
  readonly role: string | null;
  readonly isPrimary: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** For whom he acts; if that one was merged, the one he was merged into. */
  readonly customerId: string;
  readonly customerName: string;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly contactPoints?: readonly Record<string, unknown>[];
  readonly customValues?: readonly CustomValueRow[];
}

/** Names of the API's fields of a contact that an operation wants: what costs more is read only then. */
export type ContactSelection = ReadonlySet<string>;

/** The columns over `k` (contact) and `c` (the customer under whom he is shown). */
export function contactColumns(select: ContactSelection, viewer: Viewer): RawBuilder<unknown> {
  const asked = (field: string, column: RawBuilder<unknown>) => (select.has(field) ? [sql`${column} as ${sql.id(field)}`] : []);
  return sql.join([
    sql`k.id, k.given_name as "givenName", k.family_name as "familyName", k.job_title as "jobTitle", k.role, k.is_primary as "isPrimary",
      k.version, k.created_at as "createdAt", k.updated_at as "updatedAt", c.id as "customerId", c.name as "customerName"`,
    ...asked('owner', sql`(select json_build_object('id', n.id, 'name', n.name) from app_user n where n.id = c.owner_id)`),
    ...asked('contactPoints', pointsOf(sql<boolean>`p.customer_id = k.customer_id and p.contact_id = k.id`)),
    ...asked('customValues', customValuesColumn('CONTACT', 'k', {}, viewer)),
  ]);
}

/** The ways to reach somebody, as a list; those to be used first before the others. */
export const pointsOf = (whose: RawBuilder<boolean>): RawBuilder<unknown> => sql`coalesce((
  select json_agg(json_build_object('id', p.id, 'contactId', p.contact_id, 'kind', p.kind, 'value', p.value, 'normalised', p.normalised,
    'label', p.label, 'preferred', p.preferred, 'valid', p.valid, 'bouncedAt', p.bounced_at) order by p.preferred desc, p.created_at, p.id)
  from contact_point p where ${whose}), '[]')`;
