import { genericOAuth } from 'better-auth/plugins';
import { normaliseEmail } from '@orbita/domain/identity';
import { isRefused } from '@orbita/domain/refusal';
import { type Discovered, discoveryOf, providerId, type SingleSignOn } from './single-sign-on.ts';

/** Whom the provider vouches for. */
export interface Vouched {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}

type Claims = Readonly<Record<string, unknown>>;

const isVerified = (claim: unknown): boolean => claim === true || claim === 'true';
const text = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

/** Whether an address is of a domain whose people come in. */
export const isOfDomains = (email: string, domains: readonly string[]): boolean =>
  domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());

/**
 * The code flow with PKCE, state and nonce. The library lets in whom it finds: `makeKnown` makes a person of one who is
 * invited, or may come in as the default role, before it looks.
 */
export function signOnPlugin(settings: SingleSignOn, provider: Discovered, makeKnown: (who: Vouched) => Promise<void>) {
  return genericOAuth({
    config: [{
      providerId,
      name: settings.name,
      discoveryUrl: discoveryOf(settings),
      requireIdTokenVerification: true,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      scopes: ['openid', 'email', 'profile'],
      pkce: true,
      // What a provider leaves unsaid is Basic; most take the other as well.
      authentication: provider.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? 'post' : 'basic',
      disableSignUp: true,
      getUserInfo: async ({ idToken, accessToken }) => {
        // Verified by the library before; without one nobody is known.
        if (!idToken) return null;
        const claims = await withEmail(claimsOf(idToken), accessToken, provider.userinfo_endpoint);
        if (!claims) return null;
        const known = normaliseEmail(text(claims['email']));
        const email = isRefused(known) ? '' : known;
        const emailVerified = isVerified(claims['email_verified']);
        const subject = text(claims['sub']);
        const name = text(claims['name']) || email;
        if (email && subject && emailVerified && isOfDomains(email, settings.domains)) await makeKnown({ subject, email, name });
        return { sub: subject, email, emailVerified, name };
      },
    }],
  });
}

const claimsOf = (idToken: string): Claims => JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as Claims;

/** Many providers tell the address only when asked for it; the answer must be about the same person. */
async function withEmail(claims: Claims, accessToken: string | undefined, userInfo: string | undefined): Promise<Claims | null> {
  if (claims['email'] || !userInfo || !accessToken) return claims;
  const response = await fetch(userInfo, { headers: { authorization: `Bearer ${accessToken}` }, signal: AbortSignal.timeout(10_000) });
  const told = response.ok ? await response.json() as Claims : undefined;
  return told && told['sub'] === claims['sub'] ? { ...told, ...claims } : null;
}
