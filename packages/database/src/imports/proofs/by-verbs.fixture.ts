import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import type { Database } from '#database';
import type { Writing } from '#requests';
import { openTestDatabase } from '../../testing/index.ts';
import { makeCompany } from './imports.fixture.ts';

export const luz = newId();

/** A company in which Luz sells and Max leads. */
export async function openCompany(): Promise<Database> {
  const database = await openTestDatabase();
  await makeCompany(database.em.fork());
  await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values
    (${luz}::uuid, 'Luz', 'luz@example.com', 'sales'), (${newId()}::uuid, 'Max', 'max@example.com', 'manager')`);
  return database;
}

/** Life as people enter it, each thing at its own moment of a winter in Madrid. */
export async function byVerbs({ em }: Database) {
  const [company] = await rowsOf(em.fork(), sql<Writing['company']>`select id, zone, currency, country from company`);
  return {
    write: async (moment: string, effect: (em: Em, writing: Writing) => Promise<string | Refusal>): Promise<string> => {
      const answer = await transact(em, (inner) => effect(inner, {
        viewer: { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'es' },
        actor: { kind: 'USER', id: null, channel: 'WEB' }, now: new Date(`${moment}+01:00`), company: company!,
      }));
      if (isRefused(answer)) throw new Error(`${answer.code} ${answer.field}`);
      return answer;
    },
    /** Asked within the write: on one session anything beside its transaction waits for its end. */
    of: async (inner: Em, table: 'lead' | 'opportunity', id: string) => {
      const [row] = await rowsOf(inner, sql<{ version: number }>`select version from ${sql.table(table)} where id = ${id}::uuid`);
      return { id, expectedVersion: row!.version };
    },
  };
}
