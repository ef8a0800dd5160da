import type { CustomValues, KeptValues } from '@orbita/domain/custom-fields';
import type { AddressParts, KnownFields } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { partsOf } from '#facts';

/** A person who acts for him, a row of him or of somebody merged into him. */
export interface KnownContact {
  readonly id: string;
  readonly holderId: string;
  jobTitle: string | null;
  /** The company's own fields of him, as kept and as rules compare them. */
  custom: KeptValues;
}

/** What is known of a customer before a row is held against him; it follows the changes of a batch. */
export interface KnownDetails {
  fields: KnownFields;
  /** UTC milliseconds. */
  since: number;
  readonly deleted: boolean;
  /** Whose he is. */
  owned: { readonly ownerId: string | null; readonly teamId: string | null };
  /** The company's own fields, as kept and as rules compare them. */
  custom: KeptValues;
  /** His current address for billing. */
  address: { readonly id: string; readonly parts: AddressParts } | null;
  /** His people by the name under which they are found. */
  readonly contacts: Map<string, KnownContact>;
  /** How he and his people can be reached: `contact kind normalised`, without contact what is his own. */
  readonly points: Set<string>;
}

interface Row extends KnownFields {
  readonly id: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly since: number;
  readonly deleted: boolean;
  readonly custom: CustomValues;
  readonly compared: CustomValues;
  readonly address: (AddressParts & { readonly id: string }) | null;
  readonly contacts: readonly (KnownContact & { readonly name: string })[] | null;
  readonly points: readonly string[] | null;
}

export async function knownDetails(em: Em, customerIds: readonly string[]): Promise<Map<string, KnownDetails>> {
  const ids = [...new Set(customerIds)];
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(em, sql<Row>`
    select c.id, c.kind, c.name, c.given_name as "givenName", c.family_name as "familyName", c.tax_id as "taxId", c.tax_country as "taxCountry",
      c.birth_date::text as "birthDate", c.iban, c.language, c.source, c.preferred_channel as "preferredChannel", c.do_not_contact as "doNotContact",
      to_json(c.tags) as tags, c.owner_id as "ownerId", c.team_id as "teamId", (extract(epoch from c.customer_since) * 1000)::float8 as since, c.deleted_at is not null as deleted, c.custom, c.custom_compared as compared,
      (select json_build_object('id', a.id, 'street', a.street, 'city', a.city, 'province', a.province, 'postalCode', a.postal_code, 'country', a.country)
        from address a where a.customer_id = any(${partsOf(sql.ref('c.id'))}) and a.kind = 'BILLING' and a.is_current
        order by a.valid_from desc limit 1) as address,
      (select json_agg(json_build_object('id', k.id, 'holderId', k.customer_id, 'name', k.name_key, 'jobTitle', k.job_title,
          'custom', json_build_object('values', k.custom, 'compared', k.custom_compared)) order by k.customer_id = c.id, k.id)
        from contact k where k.customer_id = any(${partsOf(sql.ref('c.id'))}) and k.deleted_at is null) as contacts,
      (select json_agg(coalesce(p.contact_id::text, '') || ' ' || p.kind || ' ' || p.normalised) from contact_point p where p.customer_id = any(${partsOf(sql.ref('c.id'))})) as points
    from customer c where c.id = any(${ids}::uuid[]) and c.erased_at is null`);
  return new Map(rows.map(({ id, since, deleted, ownerId, teamId, custom, compared, address, contacts, points, ...fields }) => [id, {
    fields, since, deleted, owned: { ownerId, teamId }, custom: { values: custom, compared }, address: address && addressOf(address), points: new Set(points ?? []),
    contacts: new Map((contacts ?? []).map(({ name, ...one }) => [name, one])),
  }]));
}

const addressOf = ({ id, ...parts }: AddressParts & { readonly id: string }) => ({ id, parts });
