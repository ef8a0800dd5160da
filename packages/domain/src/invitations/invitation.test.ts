import { expect, test } from 'vitest';
import { invitationState } from './index.ts';

const expiresAt = new Date('2026-06-08T10:00:00Z');
const then = new Date('2026-06-02T10:00:00Z');
const open = { expiresAt, acceptedAt: null, revokedAt: null };

test('an invitation can be taken up until its last instant, once, unless it was taken back', () => {
  expect(invitationState(open, new Date('2026-06-08T09:59:59.999Z'))).toBe('PENDING');
  expect(invitationState(open, expiresAt)).toBe('EXPIRED');
  expect(invitationState({ ...open, revokedAt: then }, then)).toBe('REVOKED');
  expect(invitationState({ ...open, acceptedAt: then }, new Date('2027-01-01T00:00:00Z'))).toBe('ACCEPTED');
});
