import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the provider says of somebody who signs in under this name. */
export type Claims = Readonly<Record<string, unknown>>;

export interface IdentityProvider {
  readonly issuer: string;
  /** Somebody, known to the provider, in a browser: from where Orbita sends him to where he is sent back. */
  signIn(address: string, login: string): Promise<string>;
  close(): void;
}

/** A whole OpenID provider in this process, which insists on PKCE, state and an exact address to go back to. */
export async function startIdentityProvider({ backTo, people, port = 0 }: { backTo: string; people: Record<string, Claims>; port?: number }): Promise<IdentityProvider> {
  port ||= await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'orbita', client_secret: 'a secret between two', redirect_uris: [backTo], grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post' }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => Promise.resolve({ sub: id, ...people[id] }) }),
    cookies: { keys: ['of this test'] },
  });
  const server = createServer((request, response) => void provider.callback()(request, response)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { issuer, signIn: (address, login) => walk(issuer, address, login), close: () => { server.closeAllConnections(); server.close(); } };
}

/** Fills in the provider's own pages until it lets go. */
async function walk(issuer: string, address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let form: string | undefined;
  for (let at = address, steps = 0; steps < 12; steps += 1) {
    const response: Response = await fetch(at, {
      redirect: 'manual', method: form ? 'POST' : 'GET', ...(form ? { body: form } : {}),
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    form = undefined;
    const location = response.headers.get('location');
    if (location) {
      at = new URL(location, issuer).href;
      if (!at.startsWith(issuer)) return at;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`The provider answers ${response.status}: ${page.slice(0, 400)}`);
    at = new URL(/action="([^"]+)"/.exec(page)![1]!, issuer).href;
    form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'x' } : {}) }).toString();
  }
  throw new Error('The provider sends round and round.');
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
