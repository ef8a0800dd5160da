import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('an empty environment means the embedded database with a demo on port 4000', () => {
  expect(readEnvironment({}, '/home/orbita')).toEqual({
    port: 4000, databaseUrl: undefined, dataDir: '/home/orbita/.orbita', admin: undefined,
    demo: { on: true, customers: undefined }, publicUrl: undefined, metricsToken: undefined, mail: { smtpUrl: undefined, from: 'Orbita <orbita@localhost>' },
    signOn: undefined, erasures: '/home/orbita/.orbita/erasures', safelist: true, production: false, role: 'all',
  });
});

test('a relative data folder is meant from the root', () => {
  expect(readEnvironment({ ORBITA_DATA_DIR: './data' }, '/home/orbita')).toMatchObject({ dataDir: '/home/orbita/data' });
});

test('PostgreSQL gets no demo unless it is asked for', () => {
  const database = { DATABASE_URL: 'postgres://a@b/c' };
  expect(readEnvironment(database, '/')).toMatchObject({ demo: { on: false } });
  expect(readEnvironment({ ...database, ORBITA_DEMO: '500' }, '/')).toMatchObject({ demo: { on: true, customers: 500 } });
});

test('everything that is wrong is said at once, by the name of the variable', () => {
  const read = readEnvironment({
    PORT: '70000', DATABASE_URL: 'mysql://x/y', ORBITA_ADMIN_EMAIL: 'ana', ORBITA_ADMIN_PASSWORD: 'short',
    ORBITA_DEMO: 'lots', ORBITA_URL: 'https://x.es/path', ORBITA_SAFELIST: 'maybe', ORBITA_SMTP_URL: 'http://mail',
  }, '/');
  const errors = 'errors' in read ? read.errors : [];
  expect(errors.map((line) => line.split(' ')[0])).toEqual([
    'DATABASE_URL', 'PORT', 'ORBITA_ADMIN_EMAIL', 'ORBITA_ADMIN_PASSWORD', 'ORBITA_DEMO', 'ORBITA_URL', 'ORBITA_SMTP_URL', 'ORBITA_MAIL_FROM', 'ORBITA_SAFELIST',
  ]);
});

test('an administrator needs both of his variables', () => {
  expect(readEnvironment({ ORBITA_ADMIN_EMAIL: 'a@b.es' }, '/')).toEqual({
    errors: ['ORBITA_ADMIN_EMAIL and ORBITA_ADMIN_PASSWORD go together: set both, or neither.'],
  });
});

test('the embedded database has no workers of its own', () => {
  expect(readEnvironment({}, '/', 'worker')).toMatchObject({ errors: [expect.stringContaining('DATABASE_URL')] });
});

const oidc = { ORBITA_OIDC_ISSUER: 'https://login.example.com/tenant', ORBITA_OIDC_CLIENT_ID: 'orbita', ORBITA_OIDC_CLIENT_SECRET: 'secret' };
const signOnOf = (variables: Record<string, string>) => {
  const read = readEnvironment(variables, '/data');
  return 'errors' in read ? read.errors : read.signOn;
};

test('an identity provider is named whole, or not at all', () => {
  expect(signOnOf({})).toBeUndefined();
  expect(signOnOf(oidc)).toEqual({
    issuer: new URL('https://login.example.com/tenant'), clientId: 'orbita', clientSecret: 'secret', name: 'login.example.com', domains: [], defaultRole: undefined, only: false,
  });
  expect(signOnOf({ ...oidc, ORBITA_OIDC_NAME: 'Acme', ORBITA_OIDC_DOMAINS: 'Acme.example, acme.org', ORBITA_OIDC_DEFAULT_ROLE: 'sales', ORBITA_OIDC_ONLY: 'on' }))
    .toMatchObject({ name: 'Acme', domains: ['acme.example', 'acme.org'], defaultRole: 'sales', only: true });
  expect(signOnOf({ ORBITA_OIDC_ISSUER: oidc.ORBITA_OIDC_ISSUER })).toEqual([expect.stringContaining('ORBITA_OIDC_CLIENT_ID, ORBITA_OIDC_CLIENT_SECRET is missing')]);
  expect(signOnOf({ ORBITA_OIDC_ONLY: 'on' })).toEqual([expect.stringContaining('or leave out ORBITA_OIDC_ONLY')]);
});

test.each([
  [{ ORBITA_OIDC_ISSUER: 'http://login.example.com' }, 'ORBITA_OIDC_ISSUER is “http://login.example.com”'],
  [{ ORBITA_OIDC_ISSUER: 'login' }, 'ORBITA_OIDC_ISSUER is “login”'],
  [{ ORBITA_OIDC_ONLY: 'yes' }, 'ORBITA_OIDC_ONLY is “yes”: write on or off.'],
  [{ ORBITA_OIDC_DOMAINS: 'ana@example.com' }, 'ORBITA_OIDC_DOMAINS holds “ana@example.com”'],
  [{ ORBITA_OIDC_DEFAULT_ROLE: 'sales' }, 'say in ORBITA_OIDC_DOMAINS'],
  [{ ORBITA_OIDC_DEFAULT_ROLE: 'administrator', ORBITA_OIDC_DOMAINS: 'example.com' }, 'ORBITA_OIDC_DEFAULT_ROLE is “administrator”'],
])('a provider with %o does not start', (more, told) => {
  expect(signOnOf({ ...oidc, ...more })).toEqual([expect.stringContaining(told)]);
});
