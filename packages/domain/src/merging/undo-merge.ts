import type { KeptValues } from '#custom-fields';
import { type Column, type Columns, columns, isSame, mergeFields } from './mergeable.ts';

/** What a merge wrote over of one record, and what it wrote instead. */
export interface Overwritten {
  readonly before: Partial<Columns>;
  readonly after: Partial<Columns>;
}

const together: readonly (readonly Column[])[] = [...Object.values(mergeFields), ['source', 'campaignId'], ['leftAt', 'leftReason']];

const groupOf = (column: Column): readonly Column[] => together.find((group) => group.includes(column)) ?? [column];

/** What a merge that writes this of a record is remembered by: with what is written, what goes together with it. */
export function overwritten(current: Columns, written: Partial<Columns>): Overwritten {
  const kept = columns.filter((column) => groupOf(column).some((one) => one in written));
  const before = Object.fromEntries(kept.map((column) => [column, current[column]]));
  return { before, after: { ...before, ...written } };
}

/**
 * What a record says again once the merge is undone. What somebody wrote since stays: only where the record still says
 * what the merge wrote it says again what was there, and of what goes together all or nothing. Tags and custom fields
 * that came with the other go one by one, those added since stay.
 */
export function restored(current: Columns, { before, after }: Overwritten): Partial<Columns> {
  const stands = (column: Column): boolean => !(column in after) || isSame(current[column], after[column]);
  const back = (Object.keys(after) as Column[])
    .filter((column) => column !== 'tags' && column !== 'custom' && groupOf(column).every(stands))
    .map((column) => [column, before[column]] as const);
  const tags = after.tags && { tags: current.tags.filter((tag) => before.tags?.includes(tag) || !after.tags?.includes(tag)) };
  const custom = before.custom && after.custom && { custom: customBack(current.custom, before.custom, after.custom) };
  return { ...Object.fromEntries(back), ...tags, ...custom };
}

/** Field by field: as it was before where it still says what the merge wrote, else as somebody filled it since. */
function customBack(current: KeptValues, before: KeptValues, after: KeptValues): KeptValues {
  const names = [...new Set([...Object.keys(before.values), ...Object.keys(current.values)])];
  const pick = (part: keyof KeptValues) => Object.fromEntries(names.flatMap((name) => {
    const { [part]: from } = isSame(current.values[name], after.values[name]) ? before : current;
    return name in from ? [[name, from[name]!]] : [];
  }));
  return { values: pick('values'), compared: pick('compared') };
}
