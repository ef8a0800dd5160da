import { type Em, rowsOf } from '@orbita/database/connection';
import { sql } from 'kysely';
import type { writingOf } from '@orbita/schema/request';

type Writing = ReturnType<typeof writingOf>;

/** What is written where nobody is signed in: by the operator's hand, or by whoever holds a letter. */
export async function systemWriting(em: Em, channel: Writing['actor']['channel'], now: Date): Promise<Writing> {
  const [company] = await rowsOf(em, sql<Writing['company']>`select id, zone, currency, country from company order by id limit 1`);
  if (!company) throw new Error('The database has no company.');
  const viewer = { userId: '', role: 'administrator', teamId: null, partnerId: null, language: 'en' } as const;
  return { viewer, actor: { kind: 'SYSTEM', id: null, channel }, now, company };
}
