import { DesignProvider, FormattingProvider } from '#design';
import type { CustomerReachFragment } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { Consents } from './consents.tsx';
import { ReachLink, ReachMark } from './reach-link.tsx';

const day = 86_400_000;
const said = (validUntil: number | null, state = 'GRANTED') => ({
  __typename: 'Consent', id: 'k1', channel: 'EMAIL', state, purpose: 'MARKETING', source: 'STAFF', givenAt: '2026-01-05T10:00:00Z',
  validUntil: validUntil === null ? null : new Date(Date.now() + validUntil).toISOString(),
});
const customerOf = (consent: ReturnType<typeof said>) => ({ id: 'c1', doNotContact: false, consents: [consent] }) as unknown as CustomerReachFragment;
const point = { id: 'p1', kind: 'EMAIL', value: 'lola@example.com' } as CustomerReachFragment['contactPoints'][number];

const draw = (ui: ReactNode) => render(
  <ApolloProvider client={new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() })}>
    <DesignProvider still><FormattingProvider timeZone="Europe/Madrid" currency="EUR">{ui}</FormattingProvider></DesignProvider>
  </ApolloProvider>,
);

it('shows a yes that has run out as lapsed, which may be given anew', () => {
  draw(<Consents customer={customerOf(said(-day))} mayEdit={false} />);
  expect(screen.getByText('Lapsed').dataset['state']).toBe('LAPSED');
  expect(screen.queryByText('Granted')).toBeNull();
});

it('says of who agreed once that it lapsed, not that he said no', async () => {
  const customer = customerOf(said(-day));
  draw(<><ReachMark point={point} customer={customer} /><ReachLink point={point} customer={customer} href="mailto:lola@example.com" /></>);
  expect(screen.getByText('Consent lapsed')).toBeDefined();
  fireEvent.click(screen.getByText('lola@example.com'));
  expect((await screen.findByRole('dialog')).textContent).toMatch(/has lapsed/);
});
