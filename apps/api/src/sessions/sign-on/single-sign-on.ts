import type { Role } from '@orbita/domain/access';

/** The company's own identity provider, as the operator names it. */
export interface SingleSignOn {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button calls it. */
  readonly name: string;
  /** Only addresses of these domains come in; empty for all that the provider vouches for. */
  readonly domains: readonly string[];
  /** What whoever is not known yet becomes; without it only people who are here or invited come in. */
  readonly defaultRole: Role | undefined;
  /** Nobody signs in with a password. */
  readonly only: boolean;
}

export const providerId = 'oidc';

export const discoveryOf = ({ issuer }: SingleSignOn): string => `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`;

export interface Discovered {
  readonly issuer?: string;
  readonly authorization_endpoint?: string;
  readonly token_endpoint?: string;
  readonly jwks_uri?: string;
  readonly userinfo_endpoint?: string;
  readonly token_endpoint_auth_methods_supported?: readonly string[];
}

const patience = 10_000;

/** Asks the provider who it is, or says what is wrong with it: found at start, not by the first who wants to come in. */
export async function discover(settings: SingleSignOn): Promise<Discovered> {
  const address = discoveryOf(settings);
  const wrong = (what: string): never => { throw new Error(`Single sign-on: ${what} Check ORBITA_OIDC_ISSUER.`); };
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch(() => undefined);
  if (!response) return wrong(`${address} does not answer.`);
  if (!response.ok) return wrong(`${address} answers ${response.status}.`);
  const found = await response.json().catch(() => undefined) as Discovered | undefined;
  if (!found?.authorization_endpoint || !found.token_endpoint || !found.jwks_uri) return wrong(`${address} describes no OpenID provider.`);
  const plain = (text: string) => text.replace(/\/$/, '');
  if (plain(found.issuer ?? '') !== plain(settings.issuer.href)) return wrong(`${address} speaks for ${found.issuer ?? 'nobody'}.`);
  return found;
}
