import { sql } from 'kysely';
import { type Em, run } from '#connection';

export interface ProductRow {
  readonly id: string;
  /** How many rows of the file changed it. */
  readonly times: number;
  readonly name: string;
  readonly name_key: string;
  /** Null where the category stays. */
  readonly category_id: string | null;
  readonly unit: string | null;
  readonly currency: string;
  readonly list_price: number | null;
  readonly cost: number | null;
  readonly active: boolean;
}

export async function updateProducts(em: Em, rows: readonly ProductRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await run(em, sql`
    update product p set name = r.name, name_key = r.name_key, category_id = coalesce(r.category_id, p.category_id), unit = r.unit, currency = r.currency,
      list_price = r.list_price, cost = r.cost, active = r.active, version = p.version + r.times, updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(
      id uuid, times int, name text, name_key text, category_id uuid, unit text, currency text, list_price bigint, cost bigint, active boolean)
    where p.id = r.id`);
}
