import { scopeOf, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A team or a partner, with how many active people it has. */
export interface GroupRow extends Named {
  readonly version: number;
  readonly members: number;
}

/** The row behind the API's `User`. */
export interface UserRow extends Named {
  readonly email: string;
  readonly role: string;
  readonly language: 'en' | 'es';
  readonly active: boolean;
  readonly skills: readonly string[];
  readonly territories: readonly string[];
  readonly version: number;
  readonly createdAt: string;
  readonly team: GroupRow | null;
  readonly partner: GroupRow | null;
  /** Whether he signs in with a second factor; null to those who do not administer people. */
  readonly twoFactorEnabled: boolean | null;
  /** When he last came in, as his sessions tell; null when none is left. */
  readonly lastSeenAt: string | null;
}

export interface UserFilter {
  readonly search?: string | undefined;
  readonly active?: boolean | undefined;
}

export interface NamePage {
  /** Keyset: name and id of the last row seen. */
  readonly after?: readonly [name: string, id: string] | undefined;
  readonly backwards?: boolean | undefined;
  readonly offset?: number | undefined;
  readonly size: number;
}

const group = (kind: 'team' | 'partner') => sql`
  (select json_build_object('id', g.id, 'name', g.name, 'version', g.version, 'members', ${members(kind)})
   from ${sql.table(kind)} g where g.id = ${sql.ref(`u.${kind}_id`)})`;

const members = (kind: 'team' | 'partner') => sql`
  (select count(*)::int from app_user m where m.active and ${sql.ref(`m.${kind}_id`)} = g.id)`;

const users = (viewer: Viewer) => sql`
  select u.id, u.name, u.email, u.role, u.language, u.active, to_json(u.skills) as skills, to_json(u.territories) as territories, u.version, u.created_at as "createdAt",
    case when ${sql.lit(scopeOf(viewer.role, 'user', 'update') === 'all')} or u.id = nullif(${viewer.userId}, '')::uuid then u.two_factor_enabled end as "twoFactorEnabled",
    ${group('team')} as team, ${group('partner')} as partner,
    (select max(s.updated_at) from auth_session s where s.user_id = u.id) as "lastSeenAt"
  from app_user u`;

/** Who may read of the people sees all of them; nobody else sees any. */
const readable = (viewer: Viewer): RawBuilder<boolean> =>
  scopeOf(viewer.role, 'user', 'read') === 'all' ? sql<boolean>`true` : sql<boolean>`false`;

const matches = (filter: UserFilter, viewer: Viewer): RawBuilder<boolean> => {
  const like = `%${(filter.search ?? '').trim().replace(/[%_\\]/g, '\\$&')}%`;
  return sql<boolean>`${readable(viewer)}
    ${filter.search ? sql`and (u.name ilike ${like} or u.email ilike ${like})` : sql``}
    ${filter.active === undefined ? sql`` : sql`and u.active = ${filter.active}`}`;
};

/** The people by name, one row more than asked. */
export function listUsers(em: Em, filter: UserFilter, page: NamePage, viewer: Viewer): Promise<UserRow[]> {
  return rowsOf(em, sql<UserRow>`${users(viewer)} where ${matches(filter, viewer)} ${pageByName('u', page)}`);
}

/** How many people the filter names. */
export async function countUsers(em: Em, filter: UserFilter, viewer: Viewer): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) from app_user u where ${matches(filter, viewer)}`);
  return Number(row?.count ?? 0);
}

export async function userById(em: Em, id: string, viewer: Viewer): Promise<UserRow | null> {
  const [row] = await rowsOf(em, sql<UserRow>`${users(viewer)} where u.id = ${id}::uuid and ${readable(viewer)}`);
  return row ?? null;
}

/** The viewer as a person: everybody may know himself. */
export async function viewerAsUser(em: Em, viewer: Viewer): Promise<UserRow | null> {
  const [row] = await rowsOf(em, sql<UserRow>`${users(viewer)} where u.id = ${viewer.userId}::uuid`);
  return row ?? null;
}

/** Teams or partners, by name. */
export function listGroups(em: Em, kind: 'team' | 'partner', viewer: Viewer): Promise<GroupRow[]> {
  return rowsOf(em, sql<GroupRow>`
    select g.id, g.name, g.version, ${members(kind)} as members from ${sql.table(kind)} g where ${readable(viewer)} order by g.name, g.id`);
}

/** Order, limit and place of a page of things with a name. */
export function pageByName(alias: string, page: NamePage): RawBuilder<unknown> {
  const key = sql`(${sql.ref(`${alias}.name`)}, ${sql.ref(`${alias}.id`)})`;
  const direction = sql.raw(page.backwards ? 'desc' : 'asc');
  const after = page.after
    ? sql`and ${key} ${sql.raw(page.backwards ? '<' : '>')} (${page.after[0]}, ${page.after[1]}::uuid)` : sql``;
  return sql`${after} order by ${sql.ref(`${alias}.name`)} ${direction}, ${sql.ref(`${alias}.id`)} ${direction}
    offset ${page.offset ?? 0} limit ${page.size + 1}`;
}
