import type { Owned } from '@orbita/domain/access';
import type { OpenThings } from '@orbita/domain/privacy';
import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '@orbita/domain/access';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';
import { partsOf } from '#facts';

/** Who is to be erased: a customer, with everybody merged into him, also one who was deleted. */
export interface Person extends Owned {
  readonly id: string;
  readonly kind: 'PERSON' | 'ORGANISATION';
  readonly name: string;
  readonly parts: readonly string[];
  readonly erased: boolean;
  readonly deleted: boolean;
  readonly language: 'en' | 'es';
}

/** The customer that this id names now, to one who sees him and may read what is kept of him. */
export async function personById(em: Em, customerId: string, viewer: Viewer): Promise<Person | null> {
  const [person] = await rowsOf(em, sql<Person>`
    select c.id, c.kind, c.name, c.owner_id as "ownerId", c.team_id as "teamId", c.partner_id as "partnerId", to_json(${partsOf(sql`c.id`)}) as parts,
      c.erased_at is not null as erased, c.deleted_at is not null as deleted, (select language from company limit 1) as language
    from customer asked join customer c on c.id = coalesce(asked.merged_into, asked.id)
    where asked.id = ${customerId}::uuid and ${visible('c', viewer, 'privacy')}`);
  return person ?? null;
}

/** A contact of this person's rows, also one who was removed. */
export async function contactOf(em: Em, contactId: string, parts: readonly string[]): Promise<{ readonly id: string; readonly customerId: string; readonly name: string } | null> {
  const [contact] = await rowsOf(em, sql<{ id: string; customerId: string; name: string }>`
    select id, customer_id as "customerId", concat_ws(' ', given_name, family_name) as name from contact
    where id = ${contactId}::uuid and customer_id = any(${parts}::uuid[])`);
  return contact ?? null;
}

/** What is still going on with somebody. */
export async function openThings(em: Em, parts: readonly string[]): Promise<OpenThings> {
  const count = (from: RawBuilder<unknown>) => sql`(select count(*)::int from ${from} and x.customer_id = any(${parts}::uuid[]))`;
  const [row] = await rowsOf(em, sql<OpenThings>`
    select ${count(sql`sales_order x where x.tracked and x.cancelled_at is null and x.settled_at is null`)} as orders,
      ${count(sql`opportunity x where x.status = 'OPEN'`)} as opportunities, ${count(sql`lead x where x.ended_at is null`)} as leads,
      ${count(sql`activity x where x.kind = 'TASK' and x.done_at is null and x.deleted_at is null`)} as tasks`);
  return row!;
}
