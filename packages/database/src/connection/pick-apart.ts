import { type RawBuilder, sql } from 'kysely';
import { type KeysetOrder, type KeysetPage, sortValueOf } from './keyset.ts';

/** The rows of a list that have a value of what it is sorted by, and those that have none. */
export interface OrderApart {
  readonly filled: RowsApart;
  readonly empty: RowsApart;
  readonly value: RawBuilder<unknown>;
  readonly type: KeysetOrder['type'] | 'numeric';
  /** Whether the index of the values rises. */
  readonly rising: boolean;
  readonly descending: boolean;
  /** Where values stand in an order of their own: all of them, in it. */
  readonly steps?: readonly string[] | undefined;
}

interface RowsApart {
  /** The column that the index has behind the value. */
  readonly id: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/**
 * `id`, `value` and `place` of the rows of a page, those without a value last, one row more than asked. What has a value
 * and what has none is read apart, so that an index gives both in order and page 1,000 costs what page 1 costs.
 */
export function pickApart(page: KeysetPage, { filled, empty, value, type, rising, descending, steps }: OrderApart): RawBuilder<unknown> {
  const forwards = page.backwards !== true;
  const downwards = descending === forwards;
  const [afterValue, afterId] = page.after ? [sortValueOf(type, page.after[0]), page.after[1]] : [];
  // Spelt like the indexes (nulls last, then id) or exactly against them, so that either direction is a scan and not a sort.
  const along = downwards !== rising;
  const direction = sql.raw(`${downwards ? 'desc' : 'asc'} nulls ${along ? 'last' : 'first'}`);
  const idDirection = sql.raw(along ? 'asc' : 'desc');
  const beyond = sql.raw(downwards ? '<' : '>');
  const limit = page.size + 1 + (page.offset ?? 0);
  const withValue = (where: RawBuilder<unknown>) => sql`
    select id, value::text as value from (
      select ${filled.id} as id, ${value} as value from ${filled.from} where ${filled.where} and ${where}
      order by ${value} ${direction}, ${filled.id} ${idDirection} limit ${limit}) filled`;
  const without = (where: RawBuilder<unknown>) => sql`
    select id, null::text as value from (
      select ${empty.id} as id from ${empty.from} where ${empty.where} and ${where}
      order by ${empty.id} ${idDirection} limit ${limit}) empty`;
  const all = sql`true`;
  const behind = ({ id }: RowsApart) => sql`${id} ${sql.raw(along ? '>' : '<')} ${afterId}::uuid`;
  const way = downwards ? steps?.toReversed() : steps;
  const stepsFrom = (place: number) => way?.slice(place).map((step) => withValue(sql`${value} = ${step}`));
  const parts = () => {
    if (afterId === undefined) {
      const every = stepsFrom(0) ?? [withValue(all)];
      return forwards ? [...every, without(all)] : [without(all), ...every];
    }
    if (afterValue === null) return forwards ? [without(behind(empty))] : [without(behind(empty)), ...(stepsFrom(0) ?? [withValue(all)])];
    // An index that rises in both has the place of the row itself. Else those of the same value apart: thousands may share it, and the index then finds the place among them.
    const next = rising && !way ? [withValue(sql`(${value}, ${filled.id}) ${beyond} (${afterValue}, ${afterId}::uuid)`)]
      : [withValue(sql`${value} = ${afterValue} and ${behind(filled)}`), ...(stepsFrom((way?.indexOf(String(afterValue)) ?? -1) + 1) ?? [withValue(sql`${value} ${beyond} ${afterValue}`)])];
    return forwards ? [...next, without(all)] : next;
  };
  return sql`
    select id, value, row_number() over () as place
    from (${sql.join(parts(), sql` union all `)}) rows
    offset ${page.offset ?? 0} limit ${page.size + 1}`;
}
