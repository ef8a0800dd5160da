import { type Refusal, refuse, refuseBecause } from '#refusal';

/** Whether a key still opens anything: it does, its time is over, or it was taken back. */
export type AccessKeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** How long a key can be made to last, in days: none is for ever. */
export const accessKeyDays = [30, 90, 365] as const;

/** How many keys that open something one person may have. */
export const accessKeysAtMost = 20;

const longestName = 80;
const day = 86_400_000;

export interface AccessKeyInput {
  readonly name: string;
  /** One of `accessKeyDays`. */
  readonly days: number;
}

export function accessKeyState({ expiresAt, revokedAt }: { readonly expiresAt: Date; readonly revokedAt: Date | null }, now: Date): AccessKeyState {
  if (revokedAt) return 'REVOKED';
  return expiresAt.getTime() <= now.getTime() ? 'EXPIRED' : 'ACTIVE';
}

/** What a new key is called and until when it opens (UTC milliseconds); `held` counts those that its owner has already. */
export function prepareAccessKey(input: AccessKeyInput, held: number, now: Date): { readonly name: string; readonly expiresAt: number } | Refusal {
  const name = input.name.trim();
  if (name === '') return refuse('REQUIRED', { field: 'name' });
  if (name.length > longestName) return refuse('TOO_LONG', { field: 'name', details: { maximum: longestName } });
  if (!accessKeyDays.some((days) => days === input.days)) return refuseBecause('INVALID', 'CHOICES', { field: 'days', choices: accessKeyDays.join(', ') });
  if (held >= accessKeysAtMost) return refuseBecause('CONFLICT', 'KEYS_AT_MOST', { maximum: accessKeysAtMost });
  return { name, expiresAt: now.getTime() + input.days * day };
}
