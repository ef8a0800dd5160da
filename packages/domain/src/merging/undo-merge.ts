import { type Columns, isSame } from './mergeable.ts';

/** What a merge wrote over of one record, and what it wrote instead. */
export interface Overwritten {
  readonly before: Partial<Columns>;
  readonly after: Partial<Columns>;
}

/**
 * What a record says again once the merge is undone. What somebody wrote since stays: only where the record still says
 * what the merge wrote it says again what was there; tags that came with the other go, those added since stay.
 */
export function restored(current: Columns, { before, after }: Overwritten): Partial<Columns> {
  const back = (Object.keys(after) as (keyof Columns)[])
    .filter((column) => column !== 'tags' && isSame(current[column], after[column]))
    .map((column) => [column, before[column]] as const);
  const tags = after.tags && { tags: current.tags.filter((tag) => before.tags?.includes(tag) || !after.tags?.includes(tag)) };
  return { ...Object.fromEntries(back), ...tags };
}
