import { Client } from 'pg';
import { type RawBuilder, sql } from 'kysely';

const mark = '/* prepared */';
const keptAtMost = 100;
const names = new Map<string, string>();

/**
 * A statement that is planned once a connection and not at each run, which costs a wide one more than running it. Only
 * for what is looked up by ids: there the same plan is the best whichever they are.
 */
export const prepared = <Row>(query: RawBuilder<Row>): RawBuilder<Row> => sql<Row>`${sql.raw(mark)} ${query}`;

/** The same for what looks up several: of many, planning is the lesser part, and another plan may be better. */
export const preparedFor = <Row>(ids: readonly string[], query: RawBuilder<Row>): RawBuilder<Row> => (ids.length <= few ? prepared(query) : query);

const few = 50;

/**
 * `among(ids)`: one of these ids, so that what is prepared is planned once. Of an array that stands in the statement the
 * planner sees how long it is, and would plan anew each time for the little that one id costs less than ten.
 */
export const among = (ids: readonly string[]): RawBuilder<unknown> => sql`any((select ${ids}::uuid[])::uuid[])`;

/** A connection that keeps what is marked so, as far as there is room. */
export class PreparingClient extends Client {
  override query = ((asked: unknown, values?: unknown, ...rest: unknown[]) => {
    const name = typeof asked === 'string' && Array.isArray(values) && asked.startsWith(mark) ? nameOf(asked) : undefined;
    const query = super.query.bind(this) as (...given: unknown[]) => unknown;
    return name ? query({ name, text: asked, values }, ...rest) : query(asked, values, ...rest);
  }) as Client['query'];
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= keptAtMost) return known;
  const name = `prepared_${names.size}`;
  names.set(text, name);
  return name;
}
