import type { LeadCompany, LeadConsent, PreparedLead } from '@orbita/domain/leads';
import type { CompanySettings } from '@orbita/domain/company';
import { workingHoursOf } from '@orbita/domain/company';
import { normaliseText } from '@orbita/domain/facts';
import type { IdentityKey } from '@orbita/domain/identity';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import { type Em, newId, rowsOf, run, takeTurns } from '#connection';

type Row = Pick<CompanySettings, 'zone' | 'workingHours' | 'holidays'> & {
  readonly country: string;
  readonly minutes: number;
  readonly defaultLineId: string;
};

/** What capturing a lead needs to know of the company. */
export async function leadCompany(em: Em): Promise<LeadCompany> {
  const [row] = await rowsOf(em, sql<Row>`
    select c.country, c.zone, c.working_hours as "workingHours", to_json(c.holidays) as holidays, c.first_response_minutes as minutes,
      (select b.id from business_line b where b.is_default) as "defaultLineId"
    from company c limit 1`);
  if (!row) throw new Error('There is no company yet.');
  return { country: row.country, defaultLineId: row.defaultLineId, workingHours: workingHoursOf(row), firstResponseHours: row.minutes / 60 };
}

/** Refuses what a lead refers to and is not there. */
export async function refuseUnknown(em: Em, { lineId, campaignId, referrerId }: PreparedLead): Promise<Refusal | undefined> {
  const [row] = await rowsOf(em, sql<{ line: boolean; campaign: boolean; referrer: boolean }>`
    select exists (select from business_line where id = ${lineId}::uuid) as line,
      (${campaignId}::uuid is null or exists (select from campaign where id = ${campaignId}::uuid)) as campaign,
      (${referrerId}::uuid is null or exists (select from customer where id = ${referrerId}::uuid and deleted_at is null and erased_at is null)) as referrer`);
  const missing = (['line', 'campaign', 'referrer'] as const).find((name) => row?.[name] !== true);
  return missing && refuse('NOT_FOUND', { field: `${missing}Id` });
}

/** The campaign of this name, made when there is none. */
export async function campaignNamed(em: Em, name: string, now: Date): Promise<string | Refusal> {
  const called = name.replaceAll(/\s+/g, ' ').trim();
  if (called === '') return refuse('REQUIRED', { field: 'campaign' });
  if (called.length > 120) return refuse('TOO_LONG', { field: 'campaign', details: { maximum: 120 } });
  const [row] = await rowsOf(em, sql<{ id: string }>`
    insert into campaign as c (id, name, name_key, created_at) values (${newId()}, ${called}, ${normaliseText(called)}, ${now.toISOString()}::timestamptz)
    on conflict (name_key) do update set name = c.name returning id`);
  return row!.id;
}

/** The lead that this message of its sender was made into already; writers of the same message wait for each other. */
export async function leadByReference(em: Em, lead: PreparedLead, reference: string): Promise<string | undefined> {
  const { source } = lead;
  await takeTurns(em, `lead-reference:${source}:${reference}`);
  const [row] = await rowsOf(em, sql<{ id: string }>`
    select l.id from lead l join customer held on held.id = l.customer_id
    where l.source = ${source} and l.reference = ${reference} and ${sentBy(lead)} limit 1`);
  return row?.id;
}

/** Whether `held` is who sent it: named, or known by a key or by where he is reached (who shares an e-mail has it without its key), or by name alone. */
function sentBy({ customerId, customer, contact }: PreparedLead): RawBuilder<boolean> {
  const root = sql`coalesce(held.merged_into, held.id)`;
  if (customerId !== null) return sql<boolean>`${root} = (select coalesce(merged_into, id) from customer where id = ${customerId}::uuid)`;
  const keys = customer?.identityKeys ?? [];
  const points = (contact?.contactPoints ?? customer?.contactPoints ?? []).map(({ kind, normalised }) => ({ kind, normalised }));
  if (keys.length === 0 && points.length === 0) return sql<boolean>`held.name_key = ${customer?.nameKey ?? ''}`;
  return sql<boolean>`(exists (select from customer_identity i natural join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) k(kind text, value text)
      where i.customer_id in (held.id, held.merged_into))
    or exists (select from contact_point p natural join jsonb_to_recordset(${JSON.stringify(points)}::jsonb) k(kind text, normalised text)
      where p.customer_id in (held.id, held.merged_into)))`;
}

/** Somebody known by an exact key: the tax number tells more than a number of another system, and that more than an e-mail. */
export interface KnownCustomer {
  readonly id: string;
  readonly kind: 'PERSON' | 'ORGANISATION';
  readonly deleted: boolean;
}

export async function customerByKeys(em: Em, keys: readonly IdentityKey[]): Promise<KnownCustomer | undefined> {
  if (keys.length === 0) return undefined;
  const [row] = await rowsOf(em, sql<KnownCustomer>`
    select c.id, c.kind, c.deleted_at is not null as deleted
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) k(kind text, value text)
    join customer_identity i on i.kind = k.kind and i.value = k.value
    join customer held on held.id = i.customer_id
    join customer c on c.id = coalesce(held.merged_into, held.id)
    order by c.deleted_at is not null, array_position(array['TAX_ID', 'EXTERNAL_ID', 'EMAIL'], i.kind), c.id limit 1`);
  return row;
}

/** Gives back the keys that were taken for somebody who was not made after all. */
export async function releaseUnkept(em: Em, keys: readonly IdentityKey[]): Promise<void> {
  await run(em, sql`
    delete from customer_identity i using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) k(kind text, value text)
    where i.kind = k.kind and i.value = k.value and not exists (select from customer c where c.id = i.customer_id)`);
}

/** What this customer, or one who is one with him, said no to last. */
export function denialsOf(em: Em, customerId: string): Promise<Pick<LeadConsent, 'channel' | 'purpose'>[]> {
  return rowsOf(em, sql<Pick<LeadConsent, 'channel' | 'purpose'>>`
    select channel, purpose from (
      select distinct on (s.channel, s.purpose) s.channel, s.purpose, s.state from consent s join customer c on c.id = s.customer_id
      where c.id = ${customerId}::uuid or c.merged_into = ${customerId}::uuid order by s.channel, s.purpose, s.given_at desc, s.id desc) latest
    where state = 'DENIED'`);
}

/** On what a customer said anything before, for or against, also under who was merged into him. */
export function consentsBefore(em: Em, customerId: string): Promise<Pick<LeadConsent, 'channel' | 'purpose'>[]> {
  return rowsOf(em, sql<Pick<LeadConsent, 'channel' | 'purpose'>>`
    select distinct s.channel, s.purpose from consent s join customer c on c.id = s.customer_id
    where c.id = ${customerId}::uuid or c.merged_into = ${customerId}::uuid`);
}
