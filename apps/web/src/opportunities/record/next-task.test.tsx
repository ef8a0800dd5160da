import { type Me, SessionProvider } from '#access';
import { DesignProvider, FormattingProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { NextTask } from './next-task.tsx';
import type { OpportunityRecord } from './use-opportunity.ts';

it('a task sent again, because no answer came, is known by the server as the same; another one is not', async () => {
  const keys: unknown[] = [];
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables }) => new Observable((observer) => {
      if (!('input' in variables)) return observer.error(new Error('no list here'));
      keys.push(variables['key']);
      if (keys.length === 1) return observer.error(new Error('lost'));
      observer.next({ data: { __typename: 'Mutation', createTask: { __typename: 'ActivityResult', activity: null, refusal: { __typename: 'Refusal', code: 'INVALID', message: '', field: null, details: {} } } } });
      return observer.complete();
    })),
  });
  const opportunity = { id: 'o1', customerId: 'c1', status: 'OPEN', viewerCanUpdate: true } as OpportunityRecord;
  render(
    <SessionProvider me={{ id: 'ana', role: 'sales' } as Me}><ApolloProvider client={client}><DesignProvider still><FormattingProvider timeZone="Europe/Madrid" currency="EUR">
      <NextTask opportunity={opportunity} onPlanned={() => {}} />
    </FormattingProvider></DesignProvider></ApolloProvider></SessionProvider>,
  );
  const plan = async (asked: number) => {
    await userEvent.click(screen.getByRole('button', { name: 'Plan' }));
    await waitFor(() => expect(keys).toHaveLength(asked));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Plan' }).hasAttribute('data-loading')).toBe(false));
  };
  const subject = screen.getByLabelText('What is to be done');
  await userEvent.type(subject, 'Call');
  await userEvent.type(await screen.findByLabelText('Due', { exact: false }), '24/12/2026{Tab}');
  await plan(1);
  await plan(2);
  await plan(3);
  await userEvent.type(subject, ' him');
  await plan(4);
  expect(keys[0]).toEqual(expect.any(String));
  expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 2, 3]);
});
