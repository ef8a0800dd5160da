import { type OpportunityCompany } from '@orbita/domain/opportunities';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { lineOfBusiness, rateOn } from '#orders';
import type { Writing } from '#requests';

interface Named {
  readonly ownerId?: string | null | undefined;
  readonly contactId?: string | null | undefined;
  readonly renews?: string | null | undefined;
}

type Known = Record<keyof Named, boolean>;

/** Refuses an owner who does not work here, and a contact or contract of somebody else. */
export async function refuseStrangers(em: Em, customerId: string, { ownerId, contactId, renews }: Named): Promise<Refusal | undefined> {
  const asked = { ownerId, contactId, renews };
  const known = await knownAmong(em, customerId, asked);
  const field = (Object.keys(asked) as (keyof Named)[]).find((key) => asked[key] && !known[key]);
  return field ? refuse('NOT_FOUND', { field }) : undefined;
}

/** Who had something that is over, and who spoke for its customer, as far as they are still there: what follows it goes on with them. */
export async function carriedOn(
  em: Em, { customerId, ownerId, contactId }: Pick<Named, 'ownerId' | 'contactId'> & { readonly customerId: string },
): Promise<{ readonly ownerId: string | null; readonly contactId: string | null }> {
  const known = await knownAmong(em, customerId, { ownerId, contactId });
  return { ownerId: (known.ownerId && ownerId) || null, contactId: (known.contactId && contactId) || null };
}

async function knownAmong(em: Em, customerId: string, { ownerId, contactId, renews }: Named): Promise<Known> {
  if (!ownerId && !contactId && !renews) return { ownerId: false, contactId: false, renews: false };
  const [known] = await rowsOf(em, sql<Known>`
    select exists (select 1 from app_user where id = ${ownerId ?? null}::uuid and active) as "ownerId",
      exists (select 1 from contact where id = ${contactId ?? null}::uuid and customer_id = ${customerId}::uuid and deleted_at is null) as "contactId",
      exists (select 1 from sales_order o join customer held on held.id = o.customer_id join customer own on own.id = ${customerId}::uuid
        where o.id = ${renews ?? null}::uuid and coalesce(held.merged_into, held.id) = coalesce(own.merged_into, own.id)) as renews`);
  return known!;
}

/** What the domain must know of the company: its currency, and the line that things of no line belong to. */
export async function companyOf(em: Em, lineId: string | undefined, { company }: Writing): Promise<OpportunityCompany | Refusal> {
  const line = await lineOfBusiness(em, lineId);
  return isRefused(line) ? line : { currency: company.currency, defaultLineId: line };
}

/** What one unit of a currency is worth today in the company's. */
export async function rateFor(em: Em, asked: string | null | undefined, { company, now }: Writing): Promise<string | Refusal> {
  const currency = asked?.trim().toUpperCase() || company.currency;
  const rate = await rateOn(em, currency, now, company);
  return rate ?? refuseBecause('INVALID', 'NO_RATE', { field: 'currency', currency });
}

/** Refuses to take up again what was taken up already and still stands open. The customer is locked: of many at once one comes first. */
export async function refuseReopened(em: Em, { id, root }: { readonly id: string; readonly root: string }): Promise<Refusal | undefined> {
  const [again] = await rowsOf(em, sql<{ id: string; title: string }>`
    select o.id, o.title from customer c join opportunity o on o.customer_id = c.id
    where (c.id = ${root}::uuid or c.merged_into = ${root}::uuid) and o.reopens_id = ${id}::uuid and o.status = 'OPEN' limit 1`);
  return again && refuseBecause('CONFLICT', 'REOPENED_ALREADY', { field: 'id', title: again.title, opportunityId: again.id });
}
