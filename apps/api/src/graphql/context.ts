import { rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import type { Viewer } from '@orbita/domain/access';
import type { RequestContext } from '@orbita/schema/request';
import { sql } from 'kysely';
import { hashPassword } from '#sessions';

type CompanyContext = RequestContext['company'];

/** What a door knows about one request. */
export interface Asking {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly channel: RequestContext['channel'];
  readonly idempotencyKey?: string;
}

export type ContextMaker = (asking: Asking) => Promise<RequestContext>;

const keptMilliseconds = 1000;

/** Makes what the resolvers receive. Here, and nowhere deeper, the clock is read. */
export function contextMaker(
  database: Database, pubSub: NonNullable<RequestContext['pubSub']>, sendInvitations?: RequestContext['sendInvitations'],
): ContextMaker {
  let kept: { readonly until: number; readonly company: Promise<CompanyContext> } | undefined;
  const company = () => {
    const now = performance.now();
    if (!kept || kept.until < now) {
      const reading = readCompany(database);
      kept = { until: now + keptMilliseconds, company: reading };
      reading.catch(() => { kept = undefined; });
    }
    return kept.company;
  };
  return async (asking) => ({
    ...asking, em: database.em.fork(), company: await company(), now: new Date(), pubSub, hashPassword,
    ...(sendInvitations ? { sendInvitations } : {}), readers: new Map(),
  });
}

async function readCompany({ em }: Database): Promise<CompanyContext> {
  const rows = await rowsOf(em.fork(), sql<CompanyContext>`
    select id, currency, zone, country, language from company order by id limit 1`);
  if (!rows[0]) throw new Error('The database has no company: start the server once with --role all or web.');
  return rows[0];
}
