import { type Me, SessionProvider } from '#access';
import { FormattingProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { useComposer } from './use-composer.ts';

const activity = {
  __typename: 'Activity', id: 'a1', kind: 'NOTE', direction: null, channel: null, subject: null, body: 'x', occurredAt: '', durationMinutes: null, dueAt: null,
  remindAt: null, doneAt: null, contactId: null, assignee: null, author: null, mentions: [], version: 1,
};
let sent: { readonly key: unknown; readonly body: unknown; readonly answer: () => void }[];
beforeEach(() => {
  sent = [];
  localStorage.clear();
});

function opened() {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables }) => new Observable((observer) => {
      const { input, key } = variables as { input: { body: string }; key: string };
      sent.push({ key, body: input.body, answer: () => {
        observer.next({ data: { __typename: 'Mutation', logActivity: { __typename: 'ActivityResult', refusal: null, activity } } });
        observer.complete();
      } });
    })),
  });
  return renderHook(() => useComposer('c1', () => {}), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <SessionProvider me={{ id: 'ana' } as Me}><FormattingProvider timeZone="Europe/Madrid" currency="EUR"><ApolloProvider client={client}>{children}</ApolloProvider></FormattingProvider></SessionProvider>
    ),
  });
}
const answered = async () => act(async () => { sent.at(-1)!.answer(); await new Promise((resolve) => { setTimeout(resolve, 0); }); });
const written = (text: string) => {
  const { result, unmount } = opened();
  act(() => result.current.change({ text }));
  act(() => void result.current.save());
  return { result, unmount };
};

it('is not there again when it was saved after its page had gone', async () => {
  const { unmount } = written('Wants a quote');
  await waitFor(() => expect(sent).toHaveLength(1));
  unmount();
  expect(opened().result.current.draft.text).toBe('Wants a quote');
  await answered();
  expect(opened().result.current.draft.text).toBe('');
});

it('sent again after a reload, because no answer came, is known by the server as the same', async () => {
  const { unmount } = written('Wants a quote');
  await waitFor(() => expect(sent).toHaveLength(1));
  unmount();
  const again = opened().result;
  act(() => void again.current.save());
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]!.key).toBe(sent[0]!.key);
});

it('keeps what is typed while it is sent: that is the next one', async () => {
  const { result } = written('Wants a quote');
  await waitFor(() => expect(sent).toHaveLength(1));
  act(() => result.current.change({ text: 'Wants a quote\nAsk for his address' }));
  await answered();
  await waitFor(() => expect(result.current.busy).toBe(false));
  expect(result.current.draft.text).toBe('Ask for his address');
});
