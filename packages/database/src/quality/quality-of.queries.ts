import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';

/** The row behind the API's `CustomerQuality`. */
export interface CustomerQualityRow {
  readonly score: number;
  readonly missing: readonly string[];
  readonly checkedAt: string;
}

/**
 * How good the data of the customer `c` with the facts `f` are; null before they were judged. What is missing tells of
 * e-mails, telephones and contacts: it is for those who may read them.
 */
export const qualityColumn = (viewer: Viewer): RawBuilder<CustomerQualityRow | null> => !mayReadMarked(viewer.role, 'personal') ? sql`null` : sql<CustomerQualityRow | null>`
  (select json_build_object('score', f.data_quality, 'missing', q.missing, 'checkedAt', q.checked_at)
  from customer_quality q where q.customer_id = c.id and f.data_quality is not null and ${visible('c', viewer, 'contact')})`;
