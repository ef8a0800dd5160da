import { type Me, SessionProvider } from '#access';
import { DesignProvider, FormattingProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DuplicatesPage } from './duplicates-page.tsx';

const me: Me = { id: 'u1', name: 'Ana', email: '', role: 'sales', language: 'en', twoFactorEnabled: false, mustSetUpTwoFactor: false };
const side = (id: string) => ({
  __typename: 'Customer', id, name: id, kind: 'PERSON', birthDate: null, customerSince: '2026-01-01', owner: null, contactPoints: [], addresses: [],
  facts: { __typename: 'CustomerFacts', ordersCount: 0 },
});

it('who decides far down the list stays there: the next one stands under the key, not one of the first page', async () => {
  let open = Array.from({ length: 90 }, (_, at) => `p${at}`);
  const client = new ApolloClient({
    cache: new InMemoryCache({ typePolicies: { CustomerFacts: { keyFields: false, merge: true } } }),
    link: new ApolloLink(({ operationName, variables }) => new Observable((observer) => {
      if (operationName === 'DismissDuplicate') {
        open = open.filter((id) => id !== variables['id']);
        observer.next({ data: { __typename: 'Mutation', dismissDuplicate: { __typename: 'Result', pair: null, refusal: null } } });
      } else if (operationName === 'DuplicateScan') observer.next({ data: { __typename: 'Query', duplicateScan: null } });
      else {
        const from = open.indexOf(String(variables['after'])) + 1;
        const page = open.slice(from, from + 30);
        observer.next({ data: { __typename: 'Query', duplicatePairs: {
          __typename: 'Pairs', totalCount: open.length, pageInfo: { __typename: 'PageInfo', hasNextPage: from + 30 < open.length, endCursor: page.at(-1) },
          edges: page.map((id) => ({ __typename: 'Edge', node: {
            __typename: 'DuplicatePair', id, verdict: 'POSSIBLE', score: 1, state: 'OPEN', decidedByName: null, reasons: [], customer: side(`${id}a`), other: side(`${id}b`), others: [],
          } })),
        } } });
      }
      observer.complete();
    })),
  });
  const routeTree = createRootRoute({ component: () => <DuplicatesPage search={{}} onSearch={() => {}} />, notFoundComponent: () => null });
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  render(
    <ApolloProvider client={client}><SessionProvider me={me}><FormattingProvider timeZone="Europe/Madrid" currency="EUR"><DesignProvider still>
      <RouterProvider router={router as never} />
    </DesignProvider></FormattingProvider></SessionProvider></ApolloProvider>,
  );
  const ones = () => [...screen.getByRole('list', { name: 'Records that may be one' }).children] as HTMLElement[];
  await screen.findByRole('list', { name: 'Records that may be one' });
  expect(ones()).toHaveLength(30);
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(ones()).toHaveLength(60));
  fireEvent.click(within(ones()[50]!).getByRole('button', { name: 'Two customers' }));
  await waitFor(() => expect(ones()[50]!.textContent).toContain('p51a'));
  expect(ones().length).toBeGreaterThanOrEqual(59);
});
