import { newId } from '@orbita/database/connection';
import { longestPassword, shortestPassword } from '@orbita/domain/access';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { sql } from 'kysely';
import type { BetterAuthPlugin } from 'better-auth';
import { type Letter, passwordLetter } from '#mail';
import { addressHeader } from './address-header.ts';
import type { AuthTables } from './auth-database.ts';
import { doorHooks } from './hooks.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { isOfDomains } from './sign-on/provider.ts';
import { providerId, type SingleSignOn } from './sign-on/single-sign-on.ts';
import type { Tell } from './tell-event.ts';
import { accountWindowSeconds } from './throttle/throttle.ts';
import { letInPath } from './people/let-in.ts';
import { codesOnce, secondFactor, unusedTwoFactorPaths } from './two-factor/plugin.ts';

export interface AuthOptions {
  readonly publicUrl: URL;
  readonly trustedOrigins: readonly string[];
  readonly secret: string;
  readonly onProblem: (message: string) => void;
  /** Takes a letter with which somebody chooses a new password; without it nobody can. */
  readonly sendLetter?: ((letter: Letter) => Promise<void>) | undefined;
  /** The audit trail. */
  readonly tell: Tell;
  /** The company's own identity provider, if it has one. */
  readonly signOn?: SingleSignOn | undefined;
  /** The doors that are ours, and the provider's. */
  readonly doors: readonly BetterAuthPlugin[];
}

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
    disabledPaths: ['/sign-up/email', '/link-social', '/unlink-account', '/delete-user', '/change-email', '/update-user', '/set-password',
      '/send-verification-email', '/verify-email', '/get-access-token', '/refresh-token', '/account-info', ...unusedTwoFactorPaths,
      ...(options.signOn ? [] : ['/sign-in/social']), ...(options.signOn?.only ? byPassword : [])],
    emailAndPassword: {
      enabled: !options.signOn?.only, disableSignUp: true, minPasswordLength: shortestPassword, maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
      ...byLetter(options),
    },
    ...models,
    user: { ...models.user, validateUserInfo: ({ user, source }) => refuseUnvouched(options.signOn, user, source.method) },
    plugins: [secondFactor(), codesOnce(tables), ...options.doors],
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
        '/two-factor/enable': { window: accountWindowSeconds, max: 20 },
        '/two-factor/disable': { window: accountWindowSeconds, max: 20 },
        '/two-factor/generate-backup-codes': { window: accountWindowSeconds, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
        '/invitation/*': { window: 60, max: 20 },
        '/let-in': { window: 60, max: 10 },
      },
    },
    // A refusal is no fault; of a fault only the kind is told, since its text may quote what came in.
    onAPIError: { errorURL: new URL('/sign-in', options.publicUrl).href, onError: (error) => { if (!(error instanceof APIError)) options.onProblem(error instanceof Error ? error.name : 'unknown'); } },
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
    hooks: doorHooks(tables, options.tell),
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            await refuseInactive(tables, session.userId);
            // As the door knows it: the library keeps of an address of IPv6 only the network.
            const address = context?.headers?.get(addressHeader)?.replace(/^::ffff:/, '');
            return { data: { ...session, ...(address ? { ipAddress: address } : {}), via: cameBy(context?.path) } };
          },
        },
      },
      account: {
        create: {
          before: (account) => Promise.resolve({ data: { ...account, ...noTokens } }),
          after: async ({ providerId: by, userId }) => { if (by === providerId) await options.tell({ type: 'singleSignOnLinked', id: userId, by: { id: userId } }); },
        },
        update: { before: (account) => Promise.resolve({ data: { ...account, ...noTokens } }) },
      },
    },
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
    additionalFields: { via: { type: 'string', required: false, input: false } },
    expiresIn: 7 * day, updateAge: day, freshAge: 0,
  },
  account: {
    modelName: 'auth_account',
    // Everybody here was entered by an administrator: an address is his whose the provider says it is.
    accountLinking: { enabled: true, requireLocalEmailVerified: false },
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
function byLetter({ sendLetter, tell, publicUrl, onProblem }: AuthOptions) {
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
    onPasswordReset: ({ user }: { user: { id: string } }) => tell({ type: 'userUpdated', id: user.id, payload: { fields: ['password'] } }),
  };
}

const byPassword = ['/sign-in/email', '/request-password-reset', '/reset-password', '/change-password'];

// What a provider lends out for asking it further is not asked for here, and not kept.
const noTokens = { accessToken: null, refreshToken: null, idToken: null };

const cameBy = (path: string | undefined): 'password' | 'sso' | 'command' =>
  (path?.startsWith('/callback/') ? 'sso' : path === letInPath ? 'command' : 'password');

/** Whom the provider does not vouch for does not come in, whether he is known or not. */
function refuseUnvouched(signOn: SingleSignOn | undefined, { email, emailVerified }: { email?: string | null; emailVerified?: boolean }, method: string) {
  if (!signOn || method !== 'oauth') return undefined;
  if (!emailVerified) return { error: 'email_not_verified' };
  return isOfDomains(email ?? '', signOn.domains) ? undefined : { error: 'domain_not_allowed' };
}

const hostCookies = Object.fromEntries(
  ['session_token', 'session_data', 'account_data', 'dont_remember', 'two_factor', 'trust_device', 'state'].map((name) => [name, { name: `__Host-orbita.${name}` }]),
);

async function refuseInactive(tables: AuthTables, userId: string): Promise<void> {
  const { rows } = await sql<{ active: boolean }>`select active from app_user where id = ${userId}`.execute(tables);
  if (rows[0]?.active) return;
  throw new APIError('FORBIDDEN', { code: 'ACCOUNT_INACTIVE', message: 'This account is not active. Ask an administrator.' });
}
