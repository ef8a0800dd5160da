import { LockMode } from '@mikro-orm/core';
import { may } from '@orbita/domain/access';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { appendCompanyEvent } from '#company';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { Invitation } from './invitation.entity.ts';
import { endOfInvitation, hashOfToken, newToken } from './invitation-token.ts';
import type { InvitationLetter } from './invite-users.ts';

/** Makes a new link, which lasts as long as a first one; the link of the letter before opens nothing any more. */
export async function resendInvitation(em: Em, id: string, writing: Writing): Promise<InvitationLetter | Refusal> {
  const invitation = await openInvitation(em, id, writing);
  if (isRefused(invitation)) return invitation;
  const token = newToken();
  em.assign(invitation, { tokenHash: hashOfToken(token), expiresAt: endOfInvitation(writing.now), sentAt: null });
  await em.flush();
  const { email, language } = invitation;
  await appendCompanyEvent(em, 'invitationResent', { id }, writing, { email });
  return { id, email, language, token };
}

/** Takes an invitation back: its link opens nothing from now on. */
export async function revokeInvitation(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  const invitation = await openInvitation(em, id, writing);
  if (isRefused(invitation)) return invitation;
  em.assign(invitation, { revokedAt: writing.now });
  await em.flush();
  await appendCompanyEvent(em, 'invitationRevoked', { id }, writing, { email: invitation.email });
  return id;
}

async function openInvitation(em: Em, id: string, { viewer }: Writing): Promise<Invitation | Refusal> {
  if (!may(viewer, 'user', 'update')) return refuse('FORBIDDEN');
  const invitation = await em.findOne(Invitation, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!invitation) return refuse('NOT_FOUND', { field: 'id' });
  return invitation.acceptedAt || invitation.revokedAt ? refuseBecause('CONFLICT', 'INVITATION_OVER', { field: 'id' }) : invitation;
}
