import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Person } from './people.tsx';
import { usePersonForm } from './use-person-form.ts';

const rita = {
  __typename: 'User', id: 'u7', name: 'Rita Sol', email: 'rita@orbita.example', role: 'sales', language: 'es', active: true, skills: [], territories: ['ES'],
  version: 3, createdAt: '', lastSeenAt: null, twoFactorEnabled: false, team: { __typename: 'Team', id: 't1', name: 'Norte' }, partner: null,
} as const satisfies Person;

/** As she stands on the server, and what was asked of it. */
let stands: Person;
let asked: Record<string, unknown>[];
beforeEach(() => {
  stands = { ...rita, role: 'manager', version: 4 };
  asked = [];
  // The lists that are asked anew stand on no page here.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

function opened() {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables }) => new Observable((observer) => {
      const { id: _, expectedVersion, ...what } = variables['input'] as Record<string, unknown>;
      asked.push({ expectedVersion, ...what });
      const stale = expectedVersion !== stands.version;
      if (!stale) stands = { ...stands, ...what, version: stands.version + 1 } as Person;
      observer.next({ data: { __typename: 'Mutation', updateUser: { __typename: 'UserResult', user: stands, refusal: stale ? { __typename: 'Refusal', code: 'STALE_VERSION', field: null, details: { by: 'Elena' } } : null } } });
      observer.complete();
    })),
  });
  return renderHook(() => usePersonForm(rita), { wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider> }).result;
}

it('is not saved over what a colleague changed until that is said, and then with what one changed oneself alone', async () => {
  const form = opened();
  act(() => form.current.set({ name: 'Rita Sola' }));
  for (let time = 0; time < 2; time++) expect(await act(() => form.current.save())).toBe(false);
  expect(form.current.problem?.theirs).toMatchObject({ role: 'manager', version: 4 });
  expect(await act(() => form.current.problem!.insist!())).toBe(true);
  expect(asked).toEqual([3, 3, 4].map((expectedVersion) => ({ expectedVersion, name: 'Rita Sola' })));
  expect(stands).toMatchObject({ name: 'Rita Sola', role: 'manager' });
});

it('asks once more when something was written after it was refused: what is sent over the colleague is what stands there', async () => {
  const form = opened();
  act(() => form.current.set({ name: 'Rita Sola' }));
  await act(() => form.current.save());
  act(() => form.current.set({ name: 'Rita Solano' }));
  expect(form.current.problem).toBeUndefined();
  await act(() => form.current.save());
  expect(await act(() => form.current.problem!.insist!())).toBe(true);
  expect(asked.at(-1)).toEqual({ expectedVersion: 4, name: 'Rita Solano' });
});

it('begins anew from what a colleague left', async () => {
  const form = opened();
  expect(await act(() => form.current.setActive(false))).toBe(false);
  act(() => form.current.take(form.current.problem!.theirs!));
  expect([form.current.draft.role, form.current.problem]).toEqual(['manager', undefined]);
  act(() => form.current.set({ role: 'partner', partnerId: 'p1' }));
  await act(() => form.current.save());
  expect(asked.at(-1)).toEqual({ expectedVersion: 4, role: 'partner', partnerId: 'p1', teamId: null });
});
