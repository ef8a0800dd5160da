import { Client } from 'pg';
import { type RawBuilder, sql } from 'kysely';

// What readers choose the fields of comes in any number of shapes: it has a share of its own, which leaves writes theirs.
const shares = { '/* prepared */': 100, '/* prepared as asked */': 100 } as const;
type Mark = keyof typeof shares;
const names = new Map<Mark, Map<string, string>>();

const marked = <Row>(mark: Mark, query: RawBuilder<Row>): RawBuilder<Row> => sql<Row>`${sql.raw(mark)} ${query}`;

/**
 * A statement that is planned once a connection and not at each run, which costs a wide one more than running it. Only
 * for what is looked up by ids: there the same plan is the best whichever they are.
 */
export const prepared = <Row>(query: RawBuilder<Row>): RawBuilder<Row> => marked('/* prepared */', query);

/** The same for what looks up several: of many, planning is the lesser part, and another plan may be better. */
export const preparedFor = <Row>(ids: readonly string[], query: RawBuilder<Row>): RawBuilder<Row> => (ids.length <= few ? prepared(query) : query);

/** The same for what answers the fields that are asked for: the first hundred shapes are kept. */
export const preparedAsAsked = <Row>(ids: readonly string[], query: RawBuilder<Row>): RawBuilder<Row> =>
  (ids.length <= few ? marked('/* prepared as asked */', query) : query);

const few = 50;

/**
 * `among(ids)`: one of these ids, so that what is prepared is planned once. Of an array that stands in the statement the
 * planner sees how long it is, and would plan anew each time for the little that one id costs less than ten.
 */
export const among = (ids: readonly string[]): RawBuilder<unknown> => sql`any((select ${ids}::uuid[])::uuid[])`;

/** A connection that keeps what is marked so, as far as there is room. */
export class PreparingClient extends Client {
  override query(asked: any, values?: any, ...rest: any[]): any { // oxlint-disable-line typescript/no-explicit-any -- as wide as what it overrides: by promise or callback, a text, a config or a stream
    const name = typeof asked === 'string' && Array.isArray(values) ? nameOf(asked) : undefined;
    const query = super.query.bind(this) as (...given: unknown[]) => unknown;
    return name ? query({ name, text: asked as string, values: values as unknown[] }, ...(rest as unknown[])) : query(asked, values, ...(rest as unknown[]));
  }
}

function nameOf(text: string): string | undefined {
  const mark = (Object.keys(shares) as Mark[]).find((one) => text.startsWith(one));
  if (!mark) return undefined;
  const kept = names.get(mark) ?? new Map<string, string>();
  names.set(mark, kept);
  const known = kept.get(text);
  if (known || kept.size >= shares[mark]) return known;
  const name = `prepared_${mark === '/* prepared */' ? '' : 'as_asked_'}${kept.size}`;
  kept.set(text, name);
  return name;
}
