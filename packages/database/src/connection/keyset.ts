import { type RawBuilder, sql } from 'kysely';

/** Where in a list a page begins, from which end it is read, and how long it is. */
export interface KeysetPage {
  /** Sort value and id of the last row seen, as the database wrote them; a list that has rows without a value says null of these. */
  readonly after?: readonly [value: string | number | null, id: string | number] | undefined;
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

/** What a reader sent as the place of a page is no value of its list's order: he made it, or took it from another list. */
export class StrangeCursor extends Error {
  constructor() {
    super('This cursor is not one of this list.');
  }
}

/** Refuses (`StrangeCursor`) what the database could not read as a value of this type. */
export function sortValueOf<Value extends string | number | null>(type: KeysetOrder['type'] | 'numeric', value: Value): Value {
  if (value !== null && !reads[type](String(value))) throw new StrangeCursor();
  return value;
}

const reads: Readonly<Record<KeysetOrder['type'] | 'numeric', (text: string) => boolean>> = {
  text: () => true,
  // Those without a value stand at either end of what the type holds.
  bigint: (text) => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text),
  numeric: (text) => /^-?\d{1,60}(?:\.\d{1,60})?$/.test(text),
  date: isMoment,
  timestamptz: isMoment,
};

/** A day that the calendar has, with or without a time of it, or none at all, as the database writes them. */
function isMoment(text: string): boolean {
  if (/^-?infinity$/.test(text)) return true;
  const day = /^(\d{4}-\d\d-\d\d)(?:[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/.exec(text)?.[1];
  const read = day === undefined ? Number.NaN : Date.parse(day);
  return !Number.isNaN(read) && new Date(read).toISOString().startsWith(day!);
}

/** The condition and the tail of a keyset page: page 1,000 costs what page 1 costs. One row more than asked is read. */
export function keyset(page: KeysetPage, order: KeysetOrder): { beyond: RawBuilder<boolean>; tail: RawBuilder<unknown> } {
  const { value, id, type, idType = 'uuid' } = order;
  const falling = order.descending !== (page.backwards === true);
  const direction = sql.raw(falling ? 'desc' : 'asc');
  const beyond = page.after
    ? sql<boolean>`(${value}, ${id}) ${sql.raw(falling ? '<' : '>')} (${sortValueOf(type, page.after[0])}::${sql.raw(type)}, ${page.after[1]}::${sql.raw(idType)})`
    : sql<boolean>`true`;
  const tail = sql`
    order by ${value} ${direction}, ${id} ${direction} limit ${page.size + 1} offset ${page.offset ?? 0}`;
  return { beyond, tail };
}
