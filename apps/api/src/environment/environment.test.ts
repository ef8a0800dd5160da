import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('an empty environment means the embedded database with a demo on port 4000', () => {
  expect(readEnvironment({}, '/home/orbita')).toEqual({
    port: 4000, databaseUrl: undefined, dataDir: '/home/orbita/.orbita', admin: undefined,
    demo: { on: true, customers: undefined }, publicUrl: undefined, metricsToken: undefined, mail: { smtpUrl: undefined, from: 'Orbita <orbita@localhost>' },
    safelist: true, production: false, role: 'all',
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
