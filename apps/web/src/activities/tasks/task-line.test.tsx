import { DesignProvider, FormattingProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TaskLine } from './task-line.tsx';
import type { Task } from './use-task-acts.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.now() }));
afterEach(() => void vi.useRealTimers());

it('a task shows by itself that it is late once its moment has passed', () => {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
  const task: Task = {
    __typename: 'Activity', id: 't1', kind: 'TASK', direction: null, channel: null, subject: 'Call', body: null, occurredAt: '2026-11-22T10:00:00Z', durationMinutes: null,
    dueAt: new Date(Date.now() + 150_000).toISOString(), remindAt: null, doneAt: null, contactId: null, assignee: null, author: null, mentions: [], version: 1,
  };
  const { container } = render(
    <ApolloProvider client={client}><DesignProvider still><FormattingProvider timeZone="Europe/Madrid" currency="EUR"><TaskLine task={task} /></FormattingProvider></DesignProvider></ApolloProvider>,
  );
  expect(container.querySelector('[data-tone=bad]')).toBeNull();
  act(() => void vi.advanceTimersByTime(5 * 60_000));
  expect(container.querySelector('[data-tone=bad]')).not.toBeNull();
});
