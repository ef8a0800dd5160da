import { expect, it } from 'vitest';
import { failureOf } from './ask-door.ts';
import { readMe } from './me.ts';
import { safeNext } from './sign-in/safe-next.ts';

it('leads back only into the app', () => {
  expect(safeNext('/customers?stage=lead')).toBe('/customers?stage=lead');
  for (const outside of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', undefined]) {
    expect(safeNext(outside)).toBe('/');
  }
});

it('names what went wrong so that people can act', () => {
  expect([401, 400, 429, 503, 500].map(failureOf)).toEqual(['wrong', 'wrong', 'throttled', 'unreachable', 'unreachable']);
});

it('reads the session, and refuses one it does not understand', () => {
  const user = { id: 'u1', name: 'Ana', email: 'ana@orbita.example', role: 'sales', language: 'es', extra: 1 };
  expect(readMe({ session: {}, user })?.role).toBe('sales');
  expect(readMe({ session: {}, user: { ...user, twoFactorEnabled: true }, mustSetUpTwoFactor: true })).toMatchObject({ twoFactorEnabled: true, mustSetUpTwoFactor: true });
  expect(readMe(null)).toBeUndefined();
  expect(() => readMe({ user: { ...user, role: 'king' } })).toThrow();
});
