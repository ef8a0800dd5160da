import { newId } from '@orbita/database/connection';
import { longestPassword, shortestPassword } from '@orbita/domain/access';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { sql } from 'kysely';
import { type Letter, passwordLetter } from '#mail';
import type { AuthTables } from './auth-database.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { accountThrottle, accountWindowSeconds } from './throttle.ts';

export interface AuthOptions {
  readonly publicUrl: URL;
  readonly trustedOrigins: readonly string[];
  readonly secret: string;
  readonly onProblem: (message: string) => void;
  /** Takes a letter with which somebody chooses a new password; without it nobody can. */
  readonly sendLetter?: ((letter: Letter) => Promise<void>) | undefined;
  /** Somebody chose a new password by a letter. */
  readonly onPasswordReset?: ((userId: string) => Promise<void>) | undefined;
}

/** The header in which the door hands over the address of the caller; whatever came in under this name is overwritten. */
export const addressHeader = 'x-orbita-address';

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
const day = 86_400;

export function createAuth(tables: AuthTables, options: AuthOptions) {
  const secure = options.publicUrl.protocol === 'https:';
  return betterAuth({
    appName: 'Orbita',
    baseURL: options.publicUrl.origin,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: [...options.trustedOrigins],
    telemetry: { enabled: false },
    database: { db: tables, type: 'postgres' },
    logger: { level: 'error', log: (_level, message) => options.onProblem(message) },
    // Users are made by an administrator; addresses are changed by one as well.
    disabledPaths: ['/sign-up/email', '/sign-in/social', '/link-social', '/unlink-account', '/delete-user', '/change-email',
      '/update-user', '/set-password', '/send-verification-email', '/verify-email'],
    emailAndPassword: {
      enabled: true, disableSignUp: true, minPasswordLength: shortestPassword, maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
      ...byLetter(options),
    },
    ...models,
    rateLimit: {
      enabled: true, storage: 'database', modelName: 'auth_rate_limit', fields: { lastRequest: 'last_request' },
      window: 60, max: 120,
      customRules: {
        '/get-session': false,
        '/sign-in/email': { window: 60, max: 30 },
        '/request-password-reset': { window: 60, max: 10 },
        '/reset-password': { window: 60, max: 10 },
        // Its window is also how long counters are kept: the account's own must outlive its quarter of an hour.
        '/change-password': { window: accountWindowSeconds, max: 20 },
      },
    },
    // A refusal is no fault; of a fault only the kind is told, since its text may quote what came in.
    onAPIError: { onError: (error) => { if (!(error instanceof APIError)) options.onProblem(error instanceof Error ? error.name : 'unknown'); } },
    advanced: {
      disableCSRFCheck: false,
      disableOriginCheck: false,
      cookiePrefix: 'orbita',
      // The library's own secure prefix is __Secure-; __Host- also ties the cookie to this very host.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      cookies: secure ? hostCookies : {},
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    hooks: accountThrottle(tables),
    databaseHooks: { session: { create: { before: (session) => refuseInactive(tables, session.userId) } } },
  });
}

export type Auth = ReturnType<typeof createAuth>;

const models = {
  user: {
    modelName: 'app_user',
    fields: { emailVerified: 'email_verified', ...timestamps },
    additionalFields: {
      role: { type: 'string', input: false },
      teamId: { type: 'string', required: false, input: false, fieldName: 'team_id' },
      partnerId: { type: 'string', required: false, input: false, fieldName: 'partner_id' },
      language: { type: 'string', input: false },
      active: { type: 'boolean', input: false },
    },
  },
  session: {
    modelName: 'auth_session',
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...timestamps },
    expiresIn: 7 * day, updateAge: day, freshAge: 0,
  },
  account: {
    modelName: 'auth_account',
    fields: {
      accountId: 'account_id', providerId: 'provider_id', userId: 'user_id', accessToken: 'access_token',
      refreshToken: 'refresh_token', idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at', ...timestamps,
    },
  },
  // Whoever reads the table cannot choose anybody's password.
  verification: { modelName: 'auth_verification', storeIdentifier: 'hashed', fields: { expiresAt: 'expires_at', ...timestamps } },
} as const;

const minutes = 60;

/** Whoever forgot his password chooses a new one by a link in a letter; whoever is not active is sent none. */
function byLetter({ sendLetter, onPasswordReset, publicUrl, onProblem }: AuthOptions) {
  if (!sendLetter) return {};
  return {
    resetPasswordTokenExpiresIn: minutes * 60,
    revokeSessionsOnPasswordReset: true,
    // Nobody waits for the mail server: how long the answer takes would tell who has an account.
    sendResetPassword: async ({ user, token }: { user: object; token: string }) => {
      const { name, email, language, active } = user as { name: string; email: string; language: 'en' | 'es'; active: boolean };
      if (!active) return;
      const address = new URL(`/reset-password?token=${encodeURIComponent(token)}`, publicUrl).href;
      sendLetter(passwordLetter({ name, email, language, address, minutes })).catch((error: unknown) => {
        onProblem(`a letter was not sent: ${error instanceof Error ? error.name : 'unknown'}`);
      });
    },
    onPasswordReset: async ({ user }: { user: { id: string } }) => { await onPasswordReset?.(user.id); },
  };
}

const hostCookies = Object.fromEntries(
  ['session_token', 'session_data', 'account_data', 'dont_remember'].map((name) => [name, { name: `__Host-orbita.${name}` }]),
);

async function refuseInactive(tables: AuthTables, userId: string): Promise<void> {
  const { rows } = await sql<{ active: boolean }>`select active from app_user where id = ${userId}`.execute(tables);
  if (rows[0]?.active) return;
  throw new APIError('FORBIDDEN', { code: 'ACCOUNT_INACTIVE', message: 'This account is not active. Ask an administrator.' });
}
