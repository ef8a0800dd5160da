import { type Role, scopeOf, type Viewer } from '@orbita/domain/access';
import type { AccessKeyState } from '@orbita/domain/access-keys';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

/** The row behind the API's `AccessKey`. */
export interface AccessKeyRow {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  /** The last letters of the key. */
  readonly ending: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** To the minute; null when it never opened anything. */
  readonly lastUsedAt: string | null;
  readonly state: AccessKeyState;
}

const mostListed = 500;

/** One's own keys, or everybody's for who administers them: those that open something first, then the newest; 500 at most. */
export function listAccessKeys(em: Em, ids: readonly string[] | undefined, viewer: Viewer, now: Date): Promise<AccessKeyRow[]> {
  const scope = scopeOf(viewer.role, 'accessKey', 'read');
  const at = sql`${now.toISOString()}::timestamptz`;
  return rowsOf(em, sql<AccessKeyRow>`
    select k.id, k.user_id as "userId", u.name as "userName", k.name, k.ending, k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt",
      case when k.revoked_at is not null then 'REVOKED' when k.expires_at <= ${at} then 'EXPIRED' else 'ACTIVE' end as state
    from access_key k join app_user u on u.id = k.user_id
    where ${scope === 'all' ? sql`true` : scope === 'none' ? sql`false` : sql`k.user_id = ${viewer.userId}::uuid`}
      ${ids ? sql`and k.id = any(${ids}::uuid[])` : sql``}
    order by (k.revoked_at is null and k.expires_at > ${at}) desc, k.created_at desc, k.id limit ${sql.lit(mostListed)}`);
}

/** How many keys of this person open something. */
export async function countAccessKeys(em: Em, userId: string, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: number }>`
    select count(*)::int as count from access_key where user_id = ${userId}::uuid and revoked_at is null and expires_at > ${now.toISOString()}::timestamptz`);
  return row?.count ?? 0;
}

export interface KeyHolder {
  readonly userId: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly partnerId: string | null;
  readonly language: 'en' | 'es';
  /** His role is asked for a second factor since, and he has not set one up: until he has, the key opens nothing. */
  readonly lacksSecondFactor: boolean;
}

/** Who reads by this key: nobody when it is not known, over, taken back, or its owner may not come in any more. */
export async function holderOfKey(em: Em, key: { readonly id: string; readonly secretHash: string }, now: Date): Promise<KeyHolder | undefined> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [holder] = await rowsOf(em, sql<KeyHolder>`
    select u.id as "userId", u.role, u.team_id as "teamId", u.partner_id as "partnerId", case when u.language = 'es' then 'es' else 'en' end as language,
      not u.two_factor_enabled and exists (select from company c where u.role = any(c.two_factor_roles))
        -- Whom single sign-on lets in, its provider asks for what it asks.
        and not exists (select from auth_account a where a.user_id = u.id and a.provider_id <> 'credential') as "lacksSecondFactor"
    from access_key k join app_user u on u.id = k.user_id
    where k.id = ${key.id}::uuid and k.secret_hash = ${key.secretHash} and k.revoked_at is null and k.expires_at > ${at} and u.active`);
  return holder;
}

/** Remembers to the minute that a key was used, and writes no more often. */
export function markKeyUsed(em: Em, id: string, now: Date): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return run(em, sql`update access_key set last_used_at = ${at} where id = ${id}::uuid and (last_used_at is null or last_used_at < ${at} - interval '1 minute')`);
}
