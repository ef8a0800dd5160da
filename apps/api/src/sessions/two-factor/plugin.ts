import { createHash } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { sql } from 'kysely';
import type { AuthTables } from '../auth-database.ts';

const day = 86_400;

/** A second factor: codes of an app, and recovery codes. What is kept is encrypted. */
export const secondFactor = () => twoFactor({
  issuer: 'Orbita',
  trustDeviceMaxAge: 30 * day,
  twoFactorCookieMaxAge: 600,
  accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
  backupCodeOptions: { storeBackupCodes: 'encrypted', amount: 10, length: 10 },
  schema: {
    user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
    twoFactor: {
      modelName: 'auth_two_factor',
      fields: { userId: 'user_id', backupCodes: 'backup_codes', failedVerificationCount: 'failed_verification_count', lockedUntil: 'locked_until' },
    },
  },
});

/** Paths of the library that nobody here needs: codes by letter, and the secret shown once more. */
export const unusedTwoFactorPaths = ['/two-factor/send-otp', '/two-factor/verify-otp', '/two-factor/get-totp-uri'];

/**
 * A code holds for a minute or two; it is taken once. It is spent before it is looked at, in one statement, so that of two
 * who bring the same at once only one gets so far.
 */
export const codesOnce = (tables: AuthTables): BetterAuthPlugin => ({
  id: 'orbita-codes',
  hooks: {
    before: [{
      matcher: ({ path }) => path === '/two-factor/verify-totp',
      handler: createAuthMiddleware(async (context) => {
        const code = (context.body as { code?: unknown } | undefined)?.code;
        if (typeof code !== 'string' || !/^\d{6}$/.test(code)) return;
        const session = await getSessionFromCtx(context);
        const userId = session?.user.id ?? (await whoBegan(context as unknown as Asked));
        if (!userId || (await spend(tables, userId, code))) return;
        throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' });
      }),
    }],
  },
});

interface Asked {
  getSignedCookie(name: string, secret: string): Promise<string | false | null | undefined>;
  readonly context: {
    readonly secret: string;
    createAuthCookie(name: string): { readonly name: string };
    readonly internalAdapter: { findVerificationValue(identifier: string): Promise<{ readonly value: string } | null> };
  };
}

/** Whose password was right a moment ago. */
async function whoBegan({ getSignedCookie, context }: Asked): Promise<string | undefined> {
  const begun = await getSignedCookie(context.createAuthCookie('two_factor').name, context.secret);
  return begun ? (await context.internalAdapter.findVerificationValue(begun))?.value : undefined;
}

async function spend(tables: AuthTables, userId: string, code: string): Promise<boolean> {
  await sql`delete from auth_used_code where user_id = ${userId} and used_at < now() - interval '5 minutes'`.execute(tables);
  const { rows } = await sql`
    insert into auth_used_code (user_id, code_hash, used_at) values (${userId}, ${createHash('sha256').update(`${userId} ${code}`).digest('base64url')}, now())
    on conflict do nothing returning user_id`.execute(tables);
  return rows.length > 0;
}
