import { createHmac, timingSafeEqual } from 'node:crypto';

const longestMs = 24 * 3_600_000;
const signature = (door: string, at: string): string => createHmac('sha256', door).update(at).digest('base64url').slice(0, 22);

/** When a form was shown, signed with what only this house knows of its door: any of its processes can read it. */
export const stampOf = (doorId: string, now: Date): string => `${now.getTime()}.${signature(doorId, String(now.getTime()))}`;

/** How long ago the form was shown; null when it was not shown here, or more than a day ago. */
export function elapsedSince(doorId: string, stamp: string | undefined, now: Date): number | null {
  const [at = '', signed = ''] = stamp?.split('.') ?? [];
  const expected = Buffer.from(signature(doorId, at));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const elapsed = now.getTime() - Number(at);
  return elapsed >= 0 && elapsed <= longestMs ? elapsed : null;
}
