import { type Me, SessionProvider } from '#access';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useKeptDraft } from './use-kept-draft.ts';

afterEach(() => sessionStorage.clear());

const opened = (id = 'ana', place = 'order.acme') => renderHook(() => useKeptDraft(place, () => ({ text: '', note: '' })), {
  wrapper: ({ children }: { children: ReactNode }) => <SessionProvider me={{ id } as Me}>{children}</SessionProvider>,
}).result;

it('sent again after a reload, because no answer came, is known by the server as the same', () => {
  const before = opened();
  act(() => before.current.setDraft({ text: 'wine', note: '' }));
  const after = opened();
  expect([after.current.draft, after.current.isBack]).toEqual([{ text: 'wine', note: '' }, true]);
  expect(after.current.idempotencyKey).toBe(before.current.idempotencyKey);

  act(() => after.current.renewKey());
  expect(after.current.idempotencyKey).not.toBe(before.current.idempotencyKey);
  expect(opened().current.idempotencyKey).toBe(after.current.idempotencyKey);
  act(() => after.current.forget());
  expect([opened().current.isBack, sessionStorage.length]).toEqual([false, 0]);
});

it('is of one person and one place, and what cannot be read is none', () => {
  const mine = opened();
  act(() => mine.current.setDraft((before) => ({ ...before, text: 'wine' })));
  for (const other of [opened('leo'), opened('ana', 'order.other')]) expect(other.current.isBack).toBe(false);
  const [key] = Object.keys(sessionStorage);
  for (const broken of ['half', 'null', '7', '{"draft":7,"idempotencyKey":"x"}', '{"draft":null,"idempotencyKey":"x"}', '{"text":"wine"}']) {
    sessionStorage.setItem(key!, broken);
    expect(opened().current).toMatchObject({ isBack: false, draft: { text: '', note: '' } });
  }
  act(() => mine.current.startAnew());
  expect([mine.current.draft.text, sessionStorage.length]).toEqual(['', 0]);
});
