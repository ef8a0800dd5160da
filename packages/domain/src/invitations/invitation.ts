/** Where an invitation stands: it can be taken up, came too late, was taken up, or was taken back. */
export type InvitationState = 'PENDING' | 'EXPIRED' | 'ACCEPTED' | 'REVOKED';

export interface InvitationTimes {
  /** From then on its link opens nothing. */
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** How long the link of a letter can be taken up, in days. */
export const invitationDays = 7;

/** How many people are invited at once, at most. */
export const invitedAtOnce = 50;

export function invitationState({ expiresAt, acceptedAt, revokedAt }: InvitationTimes, now: Date): InvitationState {
  if (acceptedAt) return 'ACCEPTED';
  if (revokedAt) return 'REVOKED';
  return expiresAt.getTime() <= now.getTime() ? 'EXPIRED' : 'PENDING';
}
