import { normaliseText } from '@orbita/domain/facts';
import { type KyselyPlugin, type RawBuilder, sql } from 'kysely';
import { type Em, newId, rowsOf } from '#connection';

/** Instants of stories are at 10:00 UTC on their date. */
export const at = (day: string): Date => new Date(`${day}T10:00:00Z`);

type Values = Record<string, unknown>;

/** Inserts rows as they are, in one statement; objects go as JSON to jsonb, arrays as arrays. */
export async function insertRows(em: Em, table: string, rows: readonly Values[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 200) {
    const some = rows.slice(start, start + 200);
    const names = [...new Set(some.flatMap((row) => Object.keys(row)))];
    const tuples = some.map((row): RawBuilder<unknown> => sql`(${sql.join(names.map((name) => valueOf(row[name])))})`);
    await rowsOf(em, sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))}) values ${sql.join(tuples)}`);
  }
}

const valueOf = (value: unknown): RawBuilder<unknown> =>
  value === undefined ? sql`default` : sql`${value instanceof Date ? value.toISOString() : value}`;

/** Customers stand nowhere, so that nothing but what a test is about is due. */
export const withoutModels = (em: Em): Promise<unknown> => rowsOf(em, sql`update lifecycle_model set active = false`);

export async function aLine(em: Em, values: Values = {}): Promise<string> {
  const id = newId();
  await insertRows(em, 'business_line', [{ id, name: `line ${id}`, ...values }]);
  return id;
}

export async function aCustomer(em: Em, values: Values = {}): Promise<string> {
  const id = newId();
  const since = at('2024-01-01');
  await insertRows(em, 'customer', [
    { id, kind: 'PERSON', name: 'Ana', name_key: normaliseText(String(values['name'] ?? 'Ana')), customer_since: since, created_at: since, updated_at: since, ...values }]);
  return id;
}

export interface OrderValues extends Values {
  readonly customerId: string;
  readonly lineId: string;
  readonly placedAt: Date;
  readonly amount?: number;
}

export const orderRow = ({ customerId, lineId, placedAt, amount = 1000, ...values }: OrderValues): Values => ({
  id: newId(), customer_id: customerId, number: '1', source: 'test', line_id: lineId, placed_at: placedAt, currency: 'EUR',
  amount, company_amount: amount, created_at: placedAt, updated_at: placedAt, ...values,
});

export async function anOrder(em: Em, values: OrderValues): Promise<string> {
  const row = orderRow(values);
  await insertRows(em, 'sales_order', [row]);
  return row['id'] as string;
}

export async function factsRow(em: Em, customerId: string): Promise<Record<string, unknown>> {
  const [row] = await rowsOf(em, sql<{ row: Record<string, unknown> }>`
    select to_jsonb(f) as row from customer_facts f where customer_id = ${customerId}::uuid`);
  if (!row) throw new Error('no facts');
  const instant = /^\d{4}-\d\d-\d\dT/;
  return Object.fromEntries(Object.entries(row.row).map(([key, value]) =>
    [key, typeof value === 'string' && instant.test(value) ? new Date(value).toISOString() : value]));
}

/** The same entity manager, with a count of the named queries that go through it. */
export function counting(em: Em): { em: Em; statements: () => number } {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const watched = new Proxy(em, {
    get: (target, name) => {
      if (name === 'getKysely') return () => target.getKysely().withPlugin(plugin);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as (...parts: unknown[]) => unknown).bind(target) : value;
    },
  });
  return { em: watched, statements: () => count };
}
