import { type Refusal, refuseBecause } from '#refusal';

/** What a bulk change wrote, field by field, with what was there before. */
export type Written = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

const inOrder = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value ?? null);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

/**
 * What to write so that a thing is again as it was before; refused when it holds something else by now than what was
 * written. Of tags only those that were put on or taken off count: others may have come since, and stay.
 */
export function takenBack(written: Written, now: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | Refusal {
  const back: Record<string, unknown> = {};
  for (const [field, { before, after }] of Object.entries(written)) {
    if (field === 'tags') {
      const tags = tagsBack(before as readonly string[], after as readonly string[], now['tags'] as readonly string[]);
      if (!tags) return changedSince(field);
      back['tags'] = tags;
    } else {
      if (!isSame(now[field], after)) return changedSince(field);
      back[field] = before;
    }
  }
  return back;
}

/** The tags without those that were put on and with those that were taken off; undefined when somebody did so, or else, since. */
function tagsBack(before: readonly string[], after: readonly string[], now: readonly string[]): string[] | undefined {
  const added = after.filter((tag) => !before.includes(tag));
  const removed = before.filter((tag) => !after.includes(tag));
  if (added.some((tag) => !now.includes(tag)) || removed.some((tag) => now.includes(tag))) return undefined;
  return [...now.filter((tag) => !added.includes(tag)), ...removed];
}

const changedSince = (field: string): Refusal => refuseBecause('CONFLICT', 'CHANGED_SINCE', { field });
