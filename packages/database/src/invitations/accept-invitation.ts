import { LockMode } from '@mikro-orm/core';
import { invitationState } from '@orbita/domain/invitations';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { User } from '#access';
import { appendCompanyEvent, createUser } from '#company';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { Invitation } from './invitation.entity.ts';
import { hashOfToken } from './invitation-token.ts';

/** Which invitation: of the link that somebody holds, or of an address that is proven to be his. */
export type InvitationProof = { readonly token: string } | { readonly email: string };

export interface InvitedPerson {
  readonly name: string;
  readonly language?: 'en' | 'es' | undefined;
  /** Without one he signs in through the company's single sign-on. */
  readonly passwordHash?: string | undefined;
}

/**
 * Makes a person of an invitation, once. What he may do and where he belongs the invitation says, not he. `writing` is the
 * system's: nobody is signed in. Answers with his id.
 */
export async function acceptInvitation(em: Em, proof: InvitationProof, person: InvitedPerson, writing: Writing): Promise<string | Refusal> {
  const { now } = writing;
  const which = 'token' in proof ? { tokenHash: hashOfToken(proof.token) } : { email: proof.email, acceptedAt: null, revokedAt: null };
  const invitation = await em.findOne(Invitation, which, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!invitation) return refuse('NOT_FOUND', { field: 'token' });
  const { expiresAt, acceptedAt = null, revokedAt = null, email, role, teamId, partnerId, language } = invitation;
  if (invitationState({ expiresAt, acceptedAt, revokedAt }, now) !== 'PENDING') return refuseBecause('CONFLICT', 'INVITATION_OVER', { field: 'token' });
  const made = await createUser(em, { email, role, teamId, partnerId, ...person, language: person.language ?? language }, writing);
  if (isRefused(made)) return made;
  // The letter, or the provider, has shown that the address is his.
  em.assign(await em.findOneOrFail(User, made), { emailVerified: true });
  em.assign(invitation, { acceptedAt: now, userId: made });
  await em.flush();
  const himself = { ...writing, actor: { kind: role === 'partner' ? 'PARTNER' : 'USER', id: made, channel: 'WEB' } } as const;
  await appendCompanyEvent(em, 'invitationAccepted', { id: made, invitationId: invitation.id, role }, himself);
  return made;
}
