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

/**
 * Asks the provider who it is, or throws what is wrong with it: found at start, not by the first who wants to come in.
 * Undefined where it cannot be reached now: that is its fault, and may pass.
 */
export async function discover(settings: SingleSignOn): Promise<Discovered | undefined> {
  const address = discoveryOf(settings);
  const wrong = (what: string): never => { throw new Error(`Single sign-on: ${what} Check ORBITA_OIDC_ISSUER.`); };
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch(() => undefined);
  if (!response || response.status >= 500) return undefined;
  if (!response.ok) return wrong(`${address} answers ${response.status}.`);
  const found = await response.json().catch(() => undefined) as Discovered | undefined;
  if (!found?.authorization_endpoint || !found.token_endpoint || !found.jwks_uri) return wrong(`${address} describes no OpenID provider.`);
  const plain = (text: string) => text.replace(/\/$/, '');
  if (plain(found.issuer ?? '') !== plain(settings.issuer.href)) return wrong(`${address} speaks for ${found.issuer ?? 'nobody'}.`);
  return found;
}

/**
 * Tells the provider as soon as it can be reached: at once, when it can, before this resolves. Otherwise the server starts
 * without it, whoever is signed in goes on working, and it is asked again until it answers as a provider does, whatever it
 * says meanwhile. Answers how to stop asking.
 */
export async function whenReachable(
  settings: SingleSignOn, { onProblem, everyMs = 15_000 }: { readonly onProblem: (message: string) => void; readonly everyMs?: number }, tell: (provider: Discovered) => void,
): Promise<() => void> {
  let asking: NodeJS.Timeout | undefined;
  let stopped = false;
  let told = '';
  const complain = (message: string) => {
    if (message !== told) onProblem(message);
    told = message;
  };
  const unreached = `Single sign-on: ${discoveryOf(settings)} does not answer; it is asked again until it does. Nobody comes in by it meanwhile.`;
  const askLater = () => { asking = setTimeout(() => void askAgain(), everyMs).unref(); };
  const askAgain = async (): Promise<void> => {
    const found = await discover(settings).catch((error: unknown) => (error instanceof Error ? error : new Error('unknown')));
    if (stopped) return;
    if (found && !(found instanceof Error)) return tell(found);
    complain(found ? found.message : unreached);
    askLater();
  };
  const found = await discover(settings);
  if (found) tell(found);
  else {
    complain(unreached);
    askLater();
  }
  return () => {
    stopped = true;
    clearTimeout(asking);
  };
}
