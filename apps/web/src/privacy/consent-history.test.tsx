import { DesignProvider, FormattingProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConsentHistory } from './consent-history.tsx';

const said = (until: string | null, state = 'GRANTED') => ({
  __typename: 'Consent', id: 'k1', channel: 'EMAIL', state, purpose: 'MARKETING', lawfulBasis: 'CONSENT', source: 'STAFF', proof: null, wording: null, document: null,
  givenAt: '2020-01-05T10:00:00Z', validUntil: until,
} as const);

const held = ['Granted', 'holds now', 'Withdraw'];

it.each([
  ['lapsed', said('2020-12-24T23:00:00Z'), ['Lapsed', '24 Dec 2020'], held], ['holding for a while', said('2999-12-24T23:00:00Z'), [...held, '24 Dec 2999'], ['Lapsed']],
  ['given for good', said(null), held, ['Lapsed']], ['a no', said(null, 'DENIED'), ['Denied', 'holds now'], ['Lapsed', 'Withdraw']],
])('tells what is %s, and of a day that it is the last', (_, consent, there, absent) => {
  render(
    <ApolloProvider client={new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() })}>
      <DesignProvider still>
        <FormattingProvider timeZone="Europe/Madrid" currency="EUR">
          <ConsentHistory customer={{ __typename: 'Customer', id: 'c1', doNotContact: false, consents: [consent] } as never} mayRecord />
        </FormattingProvider>
      </DesignProvider>
    </ApolloProvider>,
  );
  for (const word of there) expect(screen.getByText(word)).toBeDefined();
  for (const word of absent) expect(screen.queryByText(word)).toBeNull();
});
