import { may, type Viewer } from '@orbita/domain/access';
import type { DuplicateReason } from '@orbita/domain/duplicates';
import type { Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, keyset, type KeysetPage, rowsOf, run } from '#connection';
import { whereRule } from '#rules';
import { customersNamed } from '#search';

export type DuplicatePairState = 'OPEN' | 'DISMISSED' | 'MERGED';

/** The row behind the API's `DuplicatePair`. */
export interface DuplicatePairRow {
  readonly id: string;
  readonly customerId: string;
  readonly otherId: string;
  readonly verdict: 'CERTAIN' | 'LIKELY';
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  readonly state: DuplicatePairState;
  readonly foundAt: string;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
}

export interface DuplicatePairFilter {
  readonly state?: DuplicatePairState | undefined;
  readonly customerId?: string | undefined;
  /** True of one of the two, over the facts of a customer. */
  readonly rule?: Rule | undefined;
  /** What one of the two is found by. */
  readonly search?: string | undefined;
}

/**
 * A pair is for whoever may change both of its customers, or whom they became: nobody decides about one whom he does not
 * see, nor is told by a filter what he is.
 */
const source = (viewer: Viewer): RawBuilder<unknown> => sql`
  duplicate_pair x join customer a on a.id = x.customer_id join customer b on b.id = x.other_id
  join customer ra on ra.id = coalesce(a.merged_into, a.id) join customer rb on rb.id = coalesce(b.merged_into, b.id)
  where ${sql.lit(may(viewer, 'customer', 'update'))} and ra.deleted_at is null and rb.deleted_at is null
    and ${visible('ra', viewer, 'customer', 'update')} and ${visible('rb', viewer, 'customer', 'update')}`;

// That two were merged is said by the customers themselves, and so is that it was undone.
const merged = sql<boolean>`(coalesce(a.merged_into, a.id) = coalesce(b.merged_into, b.id))`;
const ofRoots = sql<boolean>`(a.merged_into is null and b.merged_into is null)`;

function matches({ state, customerId, rule, search }: DuplicatePairFilter, viewer: Viewer, now: Date): RawBuilder<boolean> {
  const asked = [
    state === undefined ? sql`(${merged} or ${ofRoots})` : state === 'MERGED' ? merged : sql`${ofRoots} and x.state = ${state}`,
    customerId ? sql`${customerId}::uuid in (x.customer_id, x.other_id)` : undefined,
    rule ? sql`exists (select from customer_facts f where f.customer_id in (coalesce(a.merged_into, a.id), coalesce(b.merged_into, b.id)) and ${whereRule(rule, { alias: 'f', now, viewer })})` : undefined,
    // Each looked up in what was found, which may be half of all: a word such as “SL”.
    search?.trim() ? sql`(x.customer_id in (${customersNamed(search, viewer)}) or x.other_id in (${customersNamed(search, viewer)}))` : undefined,
  ].filter((part) => part !== undefined);
  return sql<boolean>`${sql.join(asked, sql` and `)}`;
}

const columns = sql`
  x.id, x.customer_id as "customerId", x.other_id as "otherId", x.verdict, x.score, x.reasons, x.found_at as "foundAt",
  case when ${merged} then 'MERGED' else x.state end as state, x.decided_at as "decidedAt",
  (select u.name from app_user u where u.id = x.decided_by) as "decidedByName"`;

/** Pairs that may be one customer, the likeliest first; one row more than asked. */
export function listDuplicatePairs(
  em: Em, filter: DuplicatePairFilter, page: KeysetPage, viewer: Viewer, now: Date,
): Promise<(DuplicatePairRow & { sortValue: string })[]> {
  const { beyond, tail } = keyset(page, { value: sql`x.score`, id: sql`x.id`, type: 'bigint', descending: true });
  return rowsOf(em, sql<DuplicatePairRow & { sortValue: string }>`
    select ${columns}, x.score::text as "sortValue" from ${source(viewer)} and ${matches(filter, viewer, now)} and ${beyond} ${tail}`);
}

export async function countDuplicatePairs(em: Em, filter: DuplicatePairFilter, viewer: Viewer, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) as count from ${source(viewer)} and ${matches(filter, viewer, now)}`);
  return Number(row?.count ?? 0);
}

export async function duplicatePairById(em: Em, id: string, viewer: Viewer): Promise<DuplicatePairRow | null> {
  const [row] = await rowsOf(em, sql<DuplicatePairRow>`select ${columns} from ${source(viewer)} and x.id = ${id}::uuid`);
  return row ?? null;
}

/** The scan that is under way or was the last, and how many wait to be compared. */
export interface DuplicateScanRow {
  readonly id: string;
  readonly startedAt: string;
  readonly startedByName: string | null;
  readonly checked: number;
  readonly total: number;
  readonly doneAt: string | null;
}

export async function latestDuplicateScan(em: Em, viewer: Viewer): Promise<DuplicateScanRow | null> {
  const [row] = await rowsOf(em, sql<DuplicateScanRow>`
    select s.id, s.started_at as "startedAt", (select u.name from app_user u where u.id = s.started_by) as "startedByName",
      s.checked, s.total, s.done_at as "doneAt"
    from duplicate_scan s where ${sql.lit(may(viewer, 'customer', 'update') && viewer.role !== 'partner')}
    order by s.done_at is not null, s.started_at desc limit 1`);
  return row ?? null;
}

/** Writes what was decided of a pair; null for one that is open again. */
export const markPair = (em: Em, id: string, state: 'OPEN' | 'DISMISSED', decidedBy: string | null, now: Date): Promise<number> => run(em, sql`
  update duplicate_pair set state = ${state}, decided_by = ${decidedBy}::uuid,
    decided_at = ${decidedBy === null ? null : now.toISOString()}::timestamptz where id = ${id}::uuid`);

/** With whom these customers are asked about as duplicates. */
export async function partnersOf(em: Em, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    select other_id as id from duplicate_pair where customer_id = any(${ids}::uuid[])
    union select customer_id from duplicate_pair where other_id = any(${ids}::uuid[])`);
  return rows.map(({ id }) => id).filter((id) => !ids.includes(id));
}
