import { may, type Viewer } from '@orbita/domain/access';
import type { CustomerSource } from '@orbita/domain/customers';
import type { Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { visible, visibleFacts } from '#access';
import { type Em, keyset, type KeysetPage, rowsOf } from '#connection';
import { whereRule } from '#rules';
import { searchCondition } from '#search';

export interface QualityQueueFilter {
  /** Key of a check that fails. */
  readonly check?: string | undefined;
  readonly source?: CustomerSource | undefined;
  readonly ownerId?: string | undefined;
  /** Over the facts of the customer. */
  readonly rule?: Rule | undefined;
  /** As the list of customers is searched. */
  readonly search?: string | undefined;
}

export interface QualityQueueRow {
  readonly id: string;
  readonly sortValue: string;
}

/** What waits is for whoever may mend it. */
const source = (viewer: Viewer): RawBuilder<unknown> => sql`
  customer_quality q join customer_facts f on f.customer_id = q.customer_id
  where ${sql.lit(may(viewer, 'customer', 'update'))} and q.missing <> '{}' and ${visibleFacts('f', viewer)} and ${visible('f', viewer, 'customer', 'update')}`;

function matches({ check, source: from, ownerId, rule, search }: QualityQueueFilter, viewer: Viewer, now: Date): RawBuilder<boolean> {
  const asked = [
    check ? sql`q.missing @> array[${check}]` : undefined,
    from ? sql`f.source = ${from}` : undefined,
    ownerId ? sql`f.owner_id = ${ownerId}::uuid` : undefined,
    rule ? whereRule(rule, { alias: 'f', now, viewer }) : undefined,
    search ? searchCondition(search, viewer) : undefined,
  ].filter((part) => part !== undefined);
  return asked.length > 0 ? sql<boolean>`${sql.join(asked, sql` and `)}` : sql<boolean>`true`;
}

/** Customers of whom something is missing: the worst of the most valuable first; one row more than asked. */
export function listQualityQueue(em: Em, filter: QualityQueueFilter, page: KeysetPage, viewer: Viewer, now: Date): Promise<QualityQueueRow[]> {
  const { beyond, tail } = keyset(page, { value: sql`q.urgency`, id: sql`q.customer_id`, type: 'bigint', descending: true });
  return rowsOf(em, sql<QualityQueueRow>`
    select q.customer_id as id, q.urgency::text as "sortValue" from ${source(viewer)} and ${matches(filter, viewer, now)} and ${beyond} ${tail}`);
}

export async function countQualityQueue(em: Em, filter: QualityQueueFilter, viewer: Viewer, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) as count from ${source(viewer)} and ${matches(filter, viewer, now)}`);
  return Number(row?.count ?? 0);
}
