import { type Role, scopeOf, type Viewer } from '@orbita/domain/access';
import type { InvitationState } from '@orbita/domain/invitations';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

/** The row behind the API's `Invitation`. */
export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly language: 'en' | 'es';
  readonly teamName: string | null;
  readonly partnerName: string | null;
  readonly invitedByName: string;
  readonly createdAt: string;
  /** When the letter was handed over; null when no mail server took it. */
  readonly sentAt: string | null;
  readonly expiresAt: string;
  readonly state: InvitationState;
}

/** Invitations that were neither taken up nor taken back, the newest first, 500 at most; for those who administer people. */
export function listInvitations(em: Em, ids: readonly string[] | undefined, viewer: Viewer, now: Date): Promise<InvitationRow[]> {
  const allowed = scopeOf(viewer.role, 'user', 'update') === 'all';
  return rowsOf(em, sql<InvitationRow>`
    select i.id, i.email, i.role, i.language, t.name as "teamName", p.name as "partnerName", u.name as "invitedByName",
      i.created_at as "createdAt", i.sent_at as "sentAt", i.expires_at as "expiresAt",
      case when i.expires_at <= ${now.toISOString()}::timestamptz then 'EXPIRED' else 'PENDING' end as state
    from invitation i join app_user u on u.id = i.invited_by left join team t on t.id = i.team_id left join partner p on p.id = i.partner_id
    where ${sql.lit(allowed)} and i.accepted_at is null and i.revoked_at is null
      ${ids ? sql`and i.id = any(${ids}::uuid[])` : sql``}
    order by i.created_at desc, i.id limit 500`);
}

/** What whoever holds a link is told: who invited him into which house, and whom to ask when it opens nothing. */
export interface HeldInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly language: 'en' | 'es';
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly invitedByName: string;
  readonly invitedByEmail: string;
  readonly company: string;
}

const held = sql`
  select i.id, i.email, i.role, i.language, i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt",
    u.name as "invitedByName", u.email as "invitedByEmail", (select name from company order by id limit 1) as company
  from invitation i join app_user u on u.id = i.invited_by`;

export async function invitationByHash(em: Em, tokenHash: string): Promise<HeldInvitation | undefined> {
  const [row] = await rowsOf(em, sql<HeldInvitation>`${held} where i.token_hash = ${tokenHash}`);
  return row && withDates(row);
}

// The embedded database and the other hand instants over in different clothes.
const withDates = (row: HeldInvitation): HeldInvitation => ({
  ...row, expiresAt: new Date(row.expiresAt), acceptedAt: row.acceptedAt && new Date(row.acceptedAt), revokedAt: row.revokedAt && new Date(row.revokedAt),
});

/** Says that these letters were handed over. */
export function markSent(em: Em, ids: readonly string[], now: Date): Promise<number> {
  return run(em, sql`update invitation set sent_at = ${now.toISOString()}::timestamptz where id = any(${ids}::uuid[])`);
}
