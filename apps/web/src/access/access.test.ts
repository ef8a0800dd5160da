import { expect, it } from 'vitest';
import { attempt } from './auth-client.ts';
import { readMe } from './me.ts';
import { safeNext } from './sign-in-page.tsx';

it('leads back only into the app', () => {
  expect(safeNext('/customers?stage=lead')).toBe('/customers?stage=lead');
  for (const outside of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', undefined]) {
    expect(safeNext(outside)).toBe('/');
  }
});

it('names what went wrong so that people can act', async () => {
  expect(await attempt(async () => ({ error: null }))).toBeUndefined();
  expect(await attempt(async () => ({ error: { status: 401 } }))).toBe('wrong');
  expect(await attempt(async () => ({ error: { status: 429 } }))).toBe('throttled');
  expect(await attempt(async () => ({ error: { status: 503 } }))).toBe('unreachable');
  expect(await attempt(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('unreachable');
});

it('reads the session, and refuses one it does not understand', () => {
  const user = { id: 'u1', name: 'Ana', email: 'ana@orbita.example', role: 'sales', language: 'es', extra: 1 };
  expect(readMe({ session: {}, user })?.role).toBe('sales');
  expect(readMe(null)).toBeUndefined();
  expect(() => readMe({ user: { ...user, role: 'king' } })).toThrow();
});
