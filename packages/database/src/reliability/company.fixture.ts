import type { Viewer } from '@orbita/domain/access';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { newId, run } from '#connection';
import type { Database } from '#database';
import type { Writing } from '#requests';

/** What a write that must succeed answers. */
export async function done(write: Promise<string | Refusal>): Promise<string> {
  const answer = await write;
  if (isRefused(answer)) throw new Error(`${answer.code} ${answer.field}`);
  return answer;
}

/** Somebody who writes now, for a company of these tests. */
export function writingAs(role: Viewer['role']): Writing {
  const viewer: Viewer = { userId: newId(), role, teamId: null, partnerId: null, language: 'en' };
  return {
    viewer, now: new Date(), actor: { kind: 'USER', id: viewer.userId, channel: 'API' },
    company: { id: newId(), zone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
  };
}

export async function makeCompany({ em }: Database, { company, viewer, now }: Writing): Promise<void> {
  await run(em.fork(), sql`
    insert into company (id, name, country, currency, zone, language, working_hours, updated_at)
    values (${company.id}::uuid, 'Test', ${company.country}, ${company.currency}, ${company.zone}, 'en', '{}', ${now.toISOString()}::timestamptz)`);
  await run(em.fork(), sql`insert into business_line (id, name, is_default) values (${newId()}::uuid, 'General', true)`);
  await run(em.fork(), sql`
    insert into app_user (id, name, email, role) values (${viewer.userId}::uuid, 'Ana', ${`${viewer.userId}@example.com`}, ${viewer.role})`);
}
