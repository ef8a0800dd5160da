import { sql } from 'kysely';
import type { AuthTables } from '../auth-database.ts';

/** How often something may be tried under one key. */
export interface Bound {
  readonly key: string;
  readonly most: number;
  readonly windowSeconds: number;
  /** Beyond the most one more is taken now and then, after 2 s and ever longer up to a minute, instead of none until the window ends. */
  readonly gently?: boolean;
}

const seconds = (count: number) => sql`make_interval(secs => ${count}::float8)`;
const gapOf = (most: number) => sql`make_interval(secs => least(60, power(2, 1 + floor((a.count - ${most}::int) / 10.0)))::float8)`;

/**
 * Counts an attempt, in one statement, so that parallel ones in whichever process count as well. Answers how many seconds
 * the next one has to wait where this was one too many, which is not counted.
 */
export async function takeAttempt(tables: AuthTables, { key, most, windowSeconds, gently }: Bound): Promise<number> {
  const over = sql`a.since <= now() - ${seconds(windowSeconds)}`;
  const taken = await sql`
    insert into auth_attempt as a (key, count, since, last) values (${key}, 1, now(), now())
    on conflict (key) do update set
      count = case when ${over} then 1 else a.count + 1 end,
      since = case when ${over} then now() else a.since end,
      told = a.told and not (${over}),
      last = now()
    where ${over} or a.count < ${most}::int ${gently ? sql`or a.last <= now() - ${gapOf(most)}` : sql``}
    returning key`.execute(tables);
  if (taken.rows.length > 0) return 0;
  const until = gently ? sql`a.last + ${gapOf(most)}` : sql`a.since + ${seconds(windowSeconds)}`;
  const { rows } = await sql<{ wait: number }>`
    select ceil(extract(epoch from ${until} - now()))::int as wait from auth_attempt a where a.key = ${key}`.execute(tables);
  return Math.max(1, rows[0]?.wait ?? 1);
}

/** Takes an attempt back that was none: it succeeded, or was refused for another reason. */
export async function giveBack(tables: AuthTables, key: string): Promise<void> {
  await sql`update auth_attempt set count = greatest(count - 1, 0) where key = ${key}`.execute(tables);
}

export async function forgetAttempts(tables: AuthTables, key: string): Promise<void> {
  await sql`delete from auth_attempt where key = ${key}`.execute(tables);
}

/** Whether this is the first refusal since the counting began: only that one is told. */
export async function isFirstRefusal(tables: AuthTables, key: string): Promise<boolean> {
  const { rows } = await sql`update auth_attempt set told = true where key = ${key} and not told returning key`.execute(tables);
  return rows.length > 0;
}

const daysKnown = 30;

/** Remembers that somebody came in from there, and forgets what no count needs any more. */
export async function rememberPlace(tables: AuthTables, key: string): Promise<void> {
  await sql`
    insert into auth_attempt (key, count, since, last) values (${`known:${key}`}, 0, now(), now())
    on conflict (key) do update set last = now()`.execute(tables);
  await sql`
    delete from auth_attempt where last < now() - make_interval(days => ${daysKnown})
      or (last < now() - interval '2 hours' and key not like 'known:%')`.execute(tables);
}

/** Whether somebody came in from there within the last 30 days. */
export async function isKnownPlace(tables: AuthTables, key: string): Promise<boolean> {
  const { rows } = await sql`
    select from auth_attempt where key = ${`known:${key}`} and last >= now() - make_interval(days => ${daysKnown})`.execute(tables);
  return rows.length > 0;
}
