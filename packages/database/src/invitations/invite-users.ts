import { may, type Role } from '@orbita/domain/access';
import { invitationState, invitedAtOnce } from '@orbita/domain/invitations';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { appendCompanyEvent, checkEmail, checkPlace } from '#company';
import { type Em, newId, takeTurns } from '#connection';
import type { Writing } from '#requests';
import { Invitation } from './invitation.entity.ts';
import { endOfInvitation, hashOfToken, newToken } from './invitation-token.ts';

export interface InviteUsersInput {
  readonly emails: readonly string[];
  readonly role: Role;
  readonly teamId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly language?: 'en' | 'es' | undefined;
}

/** A letter that is to be sent: the only place in which the link stands in clear. */
export interface InvitationLetter {
  readonly id: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  readonly token: string;
}

/** Invites people to one role and place, all of them or none. Answers with the letters. */
export async function inviteUsers(em: Em, input: InviteUsersInput, writing: Writing): Promise<InvitationLetter[] | Refusal> {
  const { viewer, now } = writing;
  if (!may(viewer, 'user', 'create')) return refuse('FORBIDDEN');
  if (input.emails.length === 0) return refuse('REQUIRED', { field: 'emails' });
  if (input.emails.length > invitedAtOnce) return refuseBecause('INVALID', 'AT_MOST', { field: 'emails', maximum: invitedAtOnce });
  const place = { role: input.role, teamId: input.teamId ?? null, partnerId: input.partnerId ?? null };
  const misplaced = await checkPlace(em, place);
  if (misplaced) return misplaced;
  await takeTurns(em, 'invitations');
  const emails = await checkEmails(em, input.emails, now);
  if (isRefused(emails)) return emails;
  const language = input.language ?? viewer.language;
  const letters = emails.map((email) => ({ id: newId(), email, language, token: newToken() }));
  for (const { id, email, token } of letters) {
    em.create(Invitation, {
      id, email, ...place, language, tokenHash: hashOfToken(token), invitedBy: viewer.userId, createdAt: now, expiresAt: endOfInvitation(now),
    });
  }
  await em.flush();
  for (const { id, email } of letters) await appendCompanyEvent(em, 'userInvited', { id, role: input.role }, writing, { email });
  return letters;
}

/** Addresses of nobody who is here or invited; the place of the one at fault is told. One whose link is too old is taken back. */
async function checkEmails(em: Em, given: readonly string[], now: Date): Promise<string[] | Refusal> {
  const emails = new Set<string>();
  for (const [at, text] of given.entries()) {
    const email = await checkEmail(em, text);
    if (isRefused(email)) return { ...email, field: `emails.${at}` };
    const open = await em.findOne(Invitation, { email, acceptedAt: null, revokedAt: null });
    if (open && invitationState({ expiresAt: open.expiresAt, acceptedAt: null, revokedAt: null }, now) === 'PENDING') {
      return refuseBecause('CONFLICT', 'INVITED_ALREADY', { field: `emails.${at}`, value: email });
    }
    if (open) open.revokedAt = now;
    emails.add(email);
  }
  await em.flush();
  return [...emails];
}
