import { type RawBuilder, sql } from 'kysely';
import { plainText } from '#facts';

/** When the user `u` last came in, as the sessions that are left tell. */
export const lastSeen: RawBuilder<unknown> = sql`(select max(s.updated_at) from auth_session s where s.user_id = u.id)`;

/** Where the facts of the user `u` are, in the form in which rules compare them: `userFacts` of the domain in SQL. */
export const userFactColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  'user.name': plainText(sql`u.name`), 'user.email': plainText(sql`u.email`), 'user.role': sql`u.role`, 'user.teamId': sql`u.team_id`,
  'user.partnerId': sql`u.partner_id`, 'user.language': sql`u.language`, 'user.skills': sql`u.skills`, 'user.territories': sql`u.territories`,
  'user.isActive': sql`u.active`, 'user.hasTwoFactor': sql`u.two_factor_enabled`, 'user.lastSeenAt': lastSeen, 'user.createdAt': sql`u.created_at`,
};
