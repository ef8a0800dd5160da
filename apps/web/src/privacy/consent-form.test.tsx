import { DesignProvider, FormattingProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ConsentForm } from './consent-form.tsx';

it('takes no half day for a yes without end, and a whole one to its end where the company is', async () => {
  const recorded: unknown[] = [];
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables }) => new Observable((observer) => {
      recorded.push((variables['input'] as { validUntil: unknown }).validUntil);
      observer.next({ data: { __typename: 'Mutation', recordConsent: { __typename: 'ConsentResult', customer: null, refusal: null } } });
      observer.complete();
    })),
  });
  const onClose = vi.fn();
  render(
    <ApolloProvider client={client}>
      <DesignProvider still><FormattingProvider timeZone="Europe/Madrid" currency="EUR"><ConsentForm customerId="c1" onClose={onClose} /></FormattingProvider></DesignProvider>
    </ApolloProvider>,
  );
  const until = await screen.findByLabelText('Holds until');
  await userEvent.type(until, '24/12/202');
  await userEvent.click(screen.getByRole('button', { name: 'Granted' }));
  expect(recorded).toEqual([]);
  expect(until.getAttribute('aria-invalid')).toBe('true');
  await userEvent.type(until, '9');
  await userEvent.click(screen.getByRole('button', { name: 'Granted' }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(recorded).toEqual(['2029-12-24T23:00:00.000Z']);
});
