import { scopeOf, type Viewer } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { userCatalogue } from '@orbita/domain/users';
import { type RawBuilder, sql } from 'kysely';
import { type Em, keyset, type KeysetPage, rowsOf } from '#connection';
import { whereRule } from '#rules';
import { lastSeen, userFactColumns } from './user-facts.queries.ts';

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
  /** Over the facts of the user. */
  readonly rule?: Rule | undefined;
  readonly search?: string | undefined;
  readonly active?: boolean | undefined;
}

/** By what the people are sorted. */
export const userOrders = ['name', 'email', 'role', 'group', 'createdAt', 'lastSeenAt'] as const;

export interface UserOrder {
  readonly by: (typeof userOrders)[number];
  readonly descending: boolean;
}

const byName = { by: 'name', descending: false } as const;

const group = (kind: 'team' | 'partner') => sql`
  (select json_build_object('id', g.id, 'name', g.name, 'version', g.version, 'members', ${members(kind)})
   from ${sql.table(kind)} g where g.id = ${sql.ref(`u.${kind}_id`)})`;

const members = (kind: 'team' | 'partner') => sql`
  (select count(*)::int from app_user m where m.active and ${sql.ref(`m.${kind}_id`)} = g.id)`;

const columns = (viewer: Viewer) => sql`
  u.id, u.name, u.email, u.role, u.language, u.active, to_json(u.skills) as skills, to_json(u.territories) as territories, u.version, u.created_at as "createdAt",
    case when ${sql.lit(scopeOf(viewer.role, 'user', 'update') === 'all')} or u.id = nullif(${viewer.userId}, '')::uuid then u.two_factor_enabled end as "twoFactorEnabled",
    ${group('team')} as team, ${group('partner')} as partner,
    ${lastSeen} as "lastSeenAt"`;

const users = (viewer: Viewer) => sql`select ${columns(viewer)} from app_user u`;

// Who is in no group and who never came in stand before those who are and did.
const sorts = {
  name: { value: sql`u.name`, type: 'text' },
  email: { value: sql`u.email`, type: 'text' },
  role: { value: sql`u.role`, type: 'text' },
  group: { value: sql`coalesce((select p.name from partner p where p.id = u.partner_id), (select t.name from team t where t.id = u.team_id), '')`, type: 'text' },
  createdAt: { value: sql`u.created_at`, type: 'timestamptz' },
  lastSeenAt: { value: sql`coalesce(${lastSeen}, '-infinity')`, type: 'timestamptz' },
} as const;

/** Who may read of the people sees all of them; nobody else sees any. */
const readable = (viewer: Viewer): RawBuilder<boolean> =>
  scopeOf(viewer.role, 'user', 'read') === 'all' ? sql<boolean>`true` : sql<boolean>`false`;

const matches = (filter: UserFilter, viewer: Viewer, now: Date): RawBuilder<boolean> => {
  const like = `%${(filter.search ?? '').trim().replace(/[%_\\]/g, '\\$&')}%`;
  const { rule } = filter;
  return sql<boolean>`${readable(viewer)}
    ${rule ? sql`and ${whereRule(rule, { now, viewer, catalogue: userCatalogue(), ownColumn: (key) => userFactColumns[key] })}` : sql``}
    ${filter.search ? sql`and (u.name ilike ${like} or u.email ilike ${like})` : sql``}
    ${filter.active === undefined ? sql`` : sql`and u.active = ${filter.active}`}`;
};

/** A page of the people, one row more than asked. */
export function listUsers(em: Em, filter: UserFilter, page: KeysetPage, viewer: Viewer, now: Date, order: UserOrder = byName): Promise<(UserRow & { sortValue: string })[]> {
  const sort = sorts[order.by];
  const { beyond, tail } = keyset(page, { ...sort, id: sql`u.id`, descending: order.descending });
  return rowsOf(em, sql<UserRow & { sortValue: string }>`
    select ${columns(viewer)}, (${sort.value})::text as "sortValue" from app_user u where ${matches(filter, viewer, now)} and ${beyond} ${tail}`);
}

/** How many people the filter names. */
export async function countUsers(em: Em, filter: UserFilter, viewer: Viewer, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) from app_user u where ${matches(filter, viewer, now)}`);
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
