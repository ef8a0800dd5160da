import { type RawBuilder, sql } from 'kysely';

/** Where in a list a page begins, from which end it is read, and how long it is. */
export interface KeysetPage {
  /** Sort value and id of the last row seen, as the database wrote them. */
  readonly after?: readonly [value: string, id: string | number] | undefined;
  readonly backwards?: boolean | undefined;
  readonly offset?: number | undefined;
  readonly size: number;
}

export interface KeysetOrder {
  /** A column without nulls, and the id that decides between equals. */
  readonly value: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  readonly type: 'timestamptz' | 'text' | 'date' | 'bigint';
  readonly idType?: 'uuid' | 'int';
  readonly descending: boolean;
}

/** The condition and the tail of a keyset page: page 1,000 costs what page 1 costs. One row more than asked is read. */
export function keyset(page: KeysetPage, order: KeysetOrder): { beyond: RawBuilder<boolean>; tail: RawBuilder<unknown> } {
  const { value, id, type, idType = 'uuid' } = order;
  const falling = order.descending !== (page.backwards === true);
  const direction = sql.raw(falling ? 'desc' : 'asc');
  const beyond = page.after
    ? sql<boolean>`(${value}, ${id}) ${sql.raw(falling ? '<' : '>')} (${page.after[0]}::${sql.raw(type)}, ${page.after[1]}::${sql.raw(idType)})`
    : sql<boolean>`true`;
  const tail = sql`
    order by ${value} ${direction}, ${id} ${direction} limit ${page.size + 1} offset ${page.offset ?? 0}`;
  return { beyond, tail };
}
