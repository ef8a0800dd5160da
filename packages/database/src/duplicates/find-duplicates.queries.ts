import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { blockingKeys, type DuplicateJudgement, judgeDuplicate, type Profile } from '@orbita/domain/duplicates';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';
import { profileColumn } from '#identity';
import { sharingKeys } from './sharing-keys.queries.ts';

/** Somebody who may be the one that is being entered. */
export interface PossibleDuplicate extends DuplicateJudgement {
  /** Null for one whom the viewer may not see: he learns that there is one and who looks after him, nothing else. */
  readonly customer: { readonly id: string; readonly name: string; readonly kind: Profile['kind']; readonly city: string | null } | null;
  readonly ownerName: string | null;
}

interface CandidateRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Profile['kind'];
  readonly city: string | null;
  readonly ownerName: string | null;
  readonly seen: boolean;
  readonly profile: Profile;
}

/**
 * Who may be the customer with this profile, the likeliest first: one statement. People of a partner hear only of
 * those whom they see, lest they sound out the company's customers by entering them; staff hear of all, since a
 * customer entered twice is the house's loss, but of one they do not see only who looks after him.
 */
export async function findDuplicates(em: Em, profile: Profile, viewer: Viewer): Promise<PossibleDuplicate[]> {
  return (await judgeCandidates(em, profile, viewer)).map(tell);
}

/** A candidate with what was judged of him, before it is asked what of it the viewer may hear. */
export interface JudgedCandidate {
  readonly row: CandidateRow;
  readonly judged: DuplicateJudgement;
}

export async function judgeCandidates(em: Em, profile: Profile, viewer: Viewer): Promise<JudgedCandidate[]> {
  return (await judgeCandidatesOf(em, [profile], viewer))[0]!;
}

/** The same for many profiles, in their order: one statement. */
export async function judgeCandidatesOf(em: Em, profiles: readonly Profile[], viewer: Viewer): Promise<JudgedCandidate[][]> {
  if (profiles.length === 0) return [];
  const rows = Map.groupBy(await rowsOf(em, candidates(profiles.map(blockingKeys), viewer)), ({ place }) => place);
  return profiles.map((profile, place) => {
    const found = new Map<string, JudgedCandidate>();
    for (const { place: _, ...row } of rows.get(place) ?? []) {
      const judged = judgeDuplicate(profile, row.profile);
      // Under the name of somebody who was merged into him he may be found better than under his own.
      if (judged.verdict !== 'NO' && rank(judged) > rank(found.get(row.id)?.judged)) found.set(row.id, { row, judged });
    }
    return [...found.values()].toSorted((a, b) => rank(b.judged) - rank(a.judged));
  });
}

const rank = (judged: DuplicateJudgement | undefined): number => (judged ? judged.score + (judged.verdict === 'CERTAIN' ? 1000 : 0) : -Infinity);

export function tell({ row: { id, name, kind, city, ownerName, seen }, judged }: JudgedCandidate): PossibleDuplicate {
  return seen ? { ...judged, ownerName, customer: { id, name, kind, city } } : { verdict: judged.verdict, score: 0, reasons: [], ownerName, customer: null };
}

/** Of each set of keys by its place. */
const candidates = (keys: readonly (readonly number[])[], viewer: Viewer): RawBuilder<CandidateRow & { place: number }> => sql<CandidateRow & { place: number }>`
  select asked.place, c.id, c.name, c.kind, ${mayReadMarked(viewer.role, 'personal') ? sql`f.city` : sql`null`} as city,
    (select u.name from app_user u where u.id = c.owner_id) as "ownerName", ${visible('c', viewer)} as seen, ${profileColumn} as profile
  from json_to_recordset(${JSON.stringify(keys.map((some, place) => ({ place, keys: some })))}::json) asked(place int, keys integer[])
  cross join lateral (${sharingKeys(sql`asked.keys`)}) hit
  join customer p on p.id = hit.customer_id
  join customer c on c.id = coalesce(p.merged_into, p.id)
  join customer_facts f on f.customer_id = c.id
  where c.deleted_at is null and c.erased_at is null ${viewer.role === 'partner' ? sql`and ${visible('c', viewer)}` : sql``}`;
