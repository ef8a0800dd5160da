import { type Role, roles } from '@orbita/domain/access';
import type { SingleSignOn } from '#sessions';

type Wrong = (line: string) => undefined;
type Read = (name: string) => string | undefined;

const names = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'NAME', 'DOMAINS', 'DEFAULT_ROLE', 'ONLY'].map((name) => `ORBITA_OIDC_${name}`);

/** The identity provider, whole or not at all; half of it is told at start. */
export function readSignOn(set: Read, wrong: Wrong): SingleSignOn | undefined {
  const given = names.filter((name) => set(name) !== undefined);
  if (given.length === 0) return undefined;
  const [issuer, clientId, clientSecret] = [set('ORBITA_OIDC_ISSUER'), set('ORBITA_OIDC_CLIENT_ID'), set('ORBITA_OIDC_CLIENT_SECRET')];
  if (!issuer || !clientId || !clientSecret) {
    const missing = names.slice(0, 3).filter((name) => set(name) === undefined).join(', ');
    return wrong(`${missing} is missing: single sign-on needs ORBITA_OIDC_ISSUER, ORBITA_OIDC_CLIENT_ID and ORBITA_OIDC_CLIENT_SECRET together. Set them, or leave out ${given.join(', ')}.`);
  }
  const only = set('ORBITA_OIDC_ONLY') ?? 'off';
  if (only !== 'on' && only !== 'off') wrong(`ORBITA_OIDC_ONLY is “${only}”: write on or off.`);
  const domains = (set('ORBITA_OIDC_DOMAINS') ?? '').toLowerCase().split(/[\s,]+/).filter(Boolean);
  const strange = domains.find((domain) => !/^[^@\s.]+(\.[^@\s.]+)+$/.test(domain));
  if (strange) wrong(`ORBITA_OIDC_DOMAINS holds “${strange}”: write domains such as example.com, example.org.`);
  const defaultRole = readRole(set('ORBITA_OIDC_DEFAULT_ROLE'), domains, wrong);
  const url = readIssuer(issuer, wrong);
  return url && { issuer: url, clientId, clientSecret, name: set('ORBITA_OIDC_NAME') ?? url.hostname, domains, defaultRole, only: only === 'on' };
}

function readIssuer(text: string, wrong: Wrong): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const near = url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && near)) && !url.search && !url.hash) return url;
  return wrong(`ORBITA_OIDC_ISSUER is “${text}”: write the provider's address, such as https://login.example.com/tenant, without what follows ? or #.`);
}

function readRole(text: string | undefined, domains: readonly string[], wrong: Wrong): Role | undefined {
  if (text === undefined) return undefined;
  const possible = roles.filter((role) => role !== 'administrator' && role !== 'partner');
  const role = possible.find((known) => known === text);
  if (!role) return wrong(`ORBITA_OIDC_DEFAULT_ROLE is “${text}”: write one of ${possible.join(', ')}.`);
  if (domains.length === 0) return wrong('ORBITA_OIDC_DEFAULT_ROLE lets strangers in: say in ORBITA_OIDC_DOMAINS of which e-mail domains.');
  return role;
}
