import { type OpportunityCompany } from '@orbita/domain/opportunities';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { lineOfBusiness, rateOn } from '#orders';
import type { Writing } from '#requests';

interface Named {
  readonly ownerId?: string | null | undefined;
  readonly contactId?: string | null | undefined;
  readonly referrerId?: string | null | undefined;
  readonly renews?: string | null | undefined;
}

/** Refuses an owner who does not work here, a contact or contract of somebody else, and one who recommends himself. */
export async function refuseStrangers(em: Em, customerId: string, { ownerId, contactId, referrerId, renews }: Named): Promise<Refusal | undefined> {
  if (referrerId && referrerId === customerId) return refuseBecause('INVALID', 'OWN_REFERRER', { field: 'referrerId' });
  const asked = { ownerId, contactId, referrerId, renews };
  if (Object.values(asked).every((id) => !id)) return undefined;
  const [known] = await rowsOf(em, sql<Record<keyof Named, boolean>>`
    select exists (select 1 from app_user where id = ${ownerId ?? null}::uuid and active) as "ownerId",
      exists (select 1 from contact where id = ${contactId ?? null}::uuid and customer_id = ${customerId}::uuid and deleted_at is null) as "contactId",
      exists (select 1 from customer where id = ${referrerId ?? null}::uuid and deleted_at is null) as "referrerId",
      exists (select 1 from sales_order where id = ${renews ?? null}::uuid and customer_id = ${customerId}::uuid) as renews`);
  const field = (Object.keys(asked) as (keyof Named)[]).find((key) => asked[key] && !known?.[key]);
  return field ? refuse('NOT_FOUND', { field }) : undefined;
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
