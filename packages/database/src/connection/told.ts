import { type RawBuilder, sql } from 'kysely';

/** A column of an outer row, whichever its alias: what one room tells of another's things. */
export type Column = RawBuilder<unknown>;

/** A page that was told in the statement of the one it belongs to; counted when that was asked. */
export interface ToldPage<Row> {
  readonly rows: readonly Row[];
  readonly count?: number;
}

/** A query over an outer row as one column of that row: its rows in their order. */
export const rowsColumn = (query: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select coalesce(json_agg(told), '[]') from (${query}) told)`;

/** The column of a `ToldPage`. */
export const pageColumn = (query: RawBuilder<unknown>, count?: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  json_build_object('rows', ${rowsColumn(query)}${count ? sql`, 'count', (${count})` : sql``})`;
