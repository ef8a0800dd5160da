import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { lockCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { type Erasure, keepErasure, unknownErasures } from '../erasure.queries.ts';
import { eraseOneContact } from './erase-contact.ts';
import { erase } from './erase-customer.ts';
import type { Person } from './person.queries.ts';

/**
 * Applies an erasure that the register outside of the database names and the database does not know, since it was
 * restored from an older backup: to exactly those who were erased, whomever they were merged with then. Answers whether somebody was.
 */
export async function eraseAgain(em: Em, erasure: Erasure, writing: Writing): Promise<boolean> {
  const found = await peopleOf(em, erasure.parts);
  await lockCustomers(em, found.map(({ id }) => id), writing.now);
  if (!(await unknownErasures(em, [erasure.id])).has(erasure.id)) return false;
  const living = found.filter(({ erased }) => !erased);
  const person = living.find(({ id }) => id === erasure.customerId) ?? living[0];
  if (!person) {
    await keepErasure(em, erasure);
    return false;
  }
  const whole = { ...person, parts: living.map(({ id }) => id) };
  if (erasure.contactId === null) await erase(em, whole, erasure, writing);
  else await eraseOneContact(em, whole, erasure, writing);
  return true;
}

const peopleOf = (em: Em, ids: readonly string[]): Promise<Person[]> => rowsOf(em, sql<Person>`
  select c.id, c.kind, c.name, c.owner_id as "ownerId", c.team_id as "teamId", c.partner_id as "partnerId", '[]'::json as parts,
    c.erased_at is not null as erased, c.deleted_at is not null as deleted, (select language from company limit 1) as language
  from customer c where c.id = any(${ids}::uuid[]) order by c.id`);
