import { scopeOf, type Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { type Em, newId, rowsOf, run } from '#connection';

/** One signed-in device of a person. */
export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

/** Sessions that still run, of one person or of everybody; only those who administer people see them. */
export function listSessions(em: Em, userId: string | undefined, viewer: Viewer, now: Date): Promise<SessionRow[]> {
  const allowed = scopeOf(viewer.role, 'user', 'update') === 'all';
  return rowsOf(em, sql<SessionRow>`
    select s.id, s.user_id as "userId", u.name as "userName", s.ip_address as "ipAddress", s.user_agent as "userAgent",
      s.created_at as "createdAt", s.updated_at as "lastSeenAt", s.expires_at as "expiresAt"
    from auth_session s join app_user u on u.id = s.user_id
    where ${sql.lit(allowed)} and s.expires_at > ${now.toISOString()}::timestamptz
      ${userId ? sql`and s.user_id = ${userId}::uuid` : sql``}
    order by s.updated_at desc, s.id limit 200`);
}

/** Ends one session and says whose it was. */
export async function endSession(em: Em, id: string): Promise<string | undefined> {
  const [row] = await rowsOf(em, sql<{ userId: string }>`
    delete from auth_session where id = ${id}::uuid returning user_id as "userId"`);
  return row?.userId;
}

export function endSessionsOf(em: Em, userId: string): Promise<number> {
  return run(em, sql`delete from auth_session where user_id = ${userId}::uuid`);
}

/** Forgets the second factor of a person, the devices that need none, and whatever he has begun. */
export async function forgetTwoFactorOf(em: Em, userId: string): Promise<void> {
  await run(em, sql`delete from auth_two_factor where user_id = ${userId}::uuid`);
  await run(em, sql`delete from auth_verification where value = ${userId}`);
}

/** Lets a person sign in with a password; only its hash is known here. */
export async function setPassword(em: Em, userId: string, hash: string, now: Date): Promise<void> {
  const at = now.toISOString();
  const changed = await run(em, sql`
    update auth_account set password = ${hash}, updated_at = ${at}::timestamptz
    where user_id = ${userId}::uuid and provider_id = 'credential'`);
  if (changed > 0) return;
  await run(em, sql`
    insert into auth_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
    values (${newId()}::uuid, ${userId}, 'credential', ${userId}::uuid, ${hash}, ${at}::timestamptz, ${at}::timestamptz)`);
}

/** Locks the active administrators and names them, so that two demotions cannot both leave one behind. */
export async function lockAdministrators(em: Em): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    select id from app_user where role = 'administrator' and active order by id for update`);
  return rows.map((row) => row.id);
}

/** What still belongs to a team or a partner. */
export interface Belonging {
  /** Whether people, open invitations or customers do. */
  readonly members: boolean;
  /** The first routing rule that hands leads to it. */
  readonly rule: string | null;
  /** Open leads that wait in its queue and are nobody's. */
  readonly waiting: number;
}

/** Customers who were deleted, erased or merged keep no group: nobody could move them. Leads and rules know teams alone. */
export async function belongingTo(em: Em, kind: 'team' | 'partner', id: string): Promise<Belonging> {
  const column = sql.ref(`${kind}_id`);
  const leads = kind === 'team' ? sql`
    (select name from routing_rule where (assignment->'assign'->>'teamId')::uuid = ${id}::uuid order by position, id limit 1) as rule,
    (select count(*)::int from lead l join customer held on held.id = l.customer_id join customer root on root.id = coalesce(held.merged_into, held.id)
      where l.team_id = ${id}::uuid and l.owner_id is null and l.ended_at is null and root.deleted_at is null and root.erased_at is null) as waiting`
    : sql`null as rule, 0 as waiting`;
  const [row] = await rowsOf(em, sql<Belonging>`
    select exists (select from app_user where ${column} = ${id}::uuid)
      or exists (select from customer where ${column} = ${id}::uuid and deleted_at is null and erased_at is null and merged_into is null)
      or exists (select from invitation where ${column} = ${id}::uuid and accepted_at is null and revoked_at is null) as members, ${leads}`);
  return row!;
}

/** Takes out of a group that goes what nobody can move any more; leads that somebody has, or that are over, need no queue. */
export async function letGoOf(em: Em, kind: 'team' | 'partner', id: string): Promise<void> {
  const column = sql.ref(`${kind}_id`);
  for (const table of kind === 'team' ? ['customer', 'lead'] : ['customer']) {
    await run(em, sql`update ${sql.table(table)} set ${column} = null where ${column} = ${id}::uuid`);
  }
}
