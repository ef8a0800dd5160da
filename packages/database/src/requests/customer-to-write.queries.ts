import { type Action, may, type Noun, type Owned } from '@orbita/domain/access';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { visible } from '#access';
import { among, ChangedMeanwhile, type Em, preparedFor, rowsOf } from '#connection';
import { partsOf } from '#facts';
import type { Writing } from './writing.ts';
import { lockCustomers } from '#lifecycle';

/** A customer, and whose he is. */
export interface OwnedCustomer extends Owned {
  readonly id: string;
}

/** The customer that a write is about: the one he was merged into, if he was. */
export interface CustomerToWrite extends OwnedCustomer {
  /** Whose rows are his: his own and those of everybody merged into him. */
  readonly parts: readonly string[];
}

/**
 * Locks the customer that something is to be written for and answers who he is. To one who may not see him, and to
 * everybody once he is erased, he does not exist; one who sees him and may not do this is told so.
 */
export async function customerToWrite(
  em: Em, askedId: string, noun: Noun, action: Action, writing: Writing,
): Promise<CustomerToWrite | Refusal> {
  const [customer] = await customersToWrite(em, [askedId], noun, action, writing);
  return customer!;
}

/** The same for many at once, in the order in which they were asked for; a refused one hinders no other. */
export async function customersToWrite(
  em: Em, ids: readonly string[], noun: Noun, action: Action, writing: Writing,
): Promise<(CustomerToWrite | Refusal)[]> {
  const locked = await lockCustomers(em, ids, writing.now);
  const found = await writableCustomers(em, ids, noun, action, writing);
  const strange = found.some((one) => !isRefused(one) && !locked.has(one.id));
  if (strange) throw new ChangedMeanwhile('A customer was merged, or taken apart, while he was waited for.');
  return found;
}

/** What `customersToWrite` answers, of customers whom nobody holds: what a look ahead goes by, and no write. */
export async function writableCustomers(
  em: Em, ids: readonly string[], noun: Noun, action: Action, { viewer }: Writing,
): Promise<(CustomerToWrite | Refusal)[]> {
  const rows = await rowsOf(em, preparedFor(ids, sql<CustomerToWrite & { asked: string }>`
    select asked.id as asked, c.id, c.owner_id as "ownerId", c.team_id as "teamId", c.partner_id as "partnerId", to_json(${partsOf(sql`c.id`)}) as parts
    from customer asked join customer c on c.id = coalesce(asked.merged_into, asked.id)
    where asked.id = ${among(ids)} and c.deleted_at is null and c.erased_at is null and ${visible('c', viewer)}`));
  const found = new Map(rows.map(({ asked, ...customer }) => [asked, customer]));
  return ids.map((id) => {
    const customer = found.get(id.toLowerCase());
    if (!customer) return refuse('NOT_FOUND', { field: 'customerId' });
    return may(viewer, noun, action, customer) ? customer : refuse('FORBIDDEN');
  });
}
