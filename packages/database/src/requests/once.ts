import { createHash } from 'node:crypto';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

export interface OnceOnly {
  /** Who asks: a key of one is not the key of another. */
  readonly principal: string;
  readonly key: string | undefined;
  /** What is asked, to tell a retry from a mistake. */
  readonly input: unknown;
  readonly now: Date;
}

const keptForHours = 48;
const longestKey = 200;

/**
 * Runs an effect once for a key, in the effect's own transaction: a retry gets the stored result (an id to read
 * again), also when it comes while the first is still running; the same key with another input is refused.
 */
export async function once<Result>(
  em: Em, { principal, key, input, now }: OnceOnly, effect: () => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  if (key === undefined) return effect();
  if (key.trim() === '') return refuse('REQUIRED', { field: 'idempotencyKey' });
  if (key.length > longestKey) return refuse('TOO_LONG', { field: 'idempotencyKey', details: { maximum: longestKey } });
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const expires = new Date(now.getTime() + keptForHours * 3_600_000).toISOString();
  const taken = await run(em, sql`
    insert into idempotency (principal, key, input_hash, expires_at)
    values (${principal}, ${key}, ${hash}, ${expires}::timestamptz)
    on conflict (principal, key) do update set input_hash = excluded.input_hash, expires_at = excluded.expires_at, result = null
    where idempotency.expires_at < ${now.toISOString()}::timestamptz`);
  if (taken === 0) return stored<Result>(em, principal, key, hash);
  const result = await effect();
  if (isRefused(result)) return result;
  await run(em, sql`
    update idempotency set result = ${JSON.stringify(result)}::jsonb where principal = ${principal} and key = ${key}`);
  return result;
}

async function stored<Result>(em: Em, principal: string, key: string, hash: string): Promise<Result | Refusal> {
  const [row] = await rowsOf(em, sql<{ input_hash: string; result: Result }>`
    select input_hash, result from idempotency where principal = ${principal} and key = ${key}`);
  if (row?.input_hash !== hash) return refuse('IDEMPOTENCY_MISMATCH', { field: 'idempotencyKey' });
  return row.result;
}
