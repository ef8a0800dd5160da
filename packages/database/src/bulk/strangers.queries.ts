import type { BulkChange } from '@orbita/domain/bulk';
import { type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { BulkTargets } from './bulk-acts.ts';

/** How many may be named by their ids. */
const mostIds = 10_000;

/** Refuses what could be done to none: somebody or a team that does not exist, and more names than a request takes. */
export async function refuseStrangers(em: Em, { ownerId, teamId }: BulkChange, targets: BulkTargets): Promise<Refusal | undefined> {
  if ('ids' in targets && targets.ids.length === 0) return refuse('REQUIRED', { field: 'targets.ids' });
  if ('ids' in targets && targets.ids.length > mostIds) return refuseBecause('OUT_OF_RANGE', 'TOO_MANY', { field: 'targets.ids', maximum: mostIds });
  if (!ownerId && !teamId) return undefined;
  const [known] = await rowsOf(em, sql<{ owner: boolean; team: boolean }>`
    select exists (select 1 from app_user where id = ${ownerId ?? null}::uuid and active) as owner,
      exists (select 1 from team where id = ${teamId ?? null}::uuid) as team`);
  if (ownerId && !known!.owner) return refuse('NOT_FOUND', { field: 'ownerId' });
  return teamId && !known!.team ? refuse('NOT_FOUND', { field: 'teamId' }) : undefined;
}
