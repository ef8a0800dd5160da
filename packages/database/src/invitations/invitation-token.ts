import { createHash, randomBytes } from 'node:crypto';
import { invitationDays } from '@orbita/domain/invitations';

const day = 86_400_000;

/** What a link carries; only its hash is kept, so that whoever reads the table comes in by no link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const endOfInvitation = (now: Date): Date => new Date(now.getTime() + invitationDays * day);
