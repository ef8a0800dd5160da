import { CustomerFiguresFragmentDoc, CustomerIdentityFragmentDoc, CustomerRecordDocument } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { type DocumentNode, Kind } from 'graphql';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../../../test/show.tsx';
import { CustomerPage } from './customer-page.tsx';

const id = '00000000-0000-4000-8000-000000000001';

/** Somebody of whom nothing is known: every field of a fragment, with nothing in it. */
const blank = (document: DocumentNode, name: string): object => {
  const found = document.definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name);
  const fields = found && 'selectionSet' in found ? found.selectionSet.selections : [];
  return Object.fromEntries(fields.flatMap((field) => (field.kind === Kind.FIELD ? [[field.name.value, null]] : [])));
};
const none = { __typename: 'Connection', edges: [], totalCount: 0, pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } };
const customer = {
  ...blank(CustomerIdentityFragmentDoc, 'CustomerIdentity'), __typename: 'Customer', id, kind: 'PERSON', name: 'Eva Ruiz', language: 'en', tags: [], source: 'OTHER', customerSince: '2026-01-01',
  example: false, version: 1, updatedAt: '2026-01-01T00:00:00Z', viewerCanUpdate: true, mergedFrom: [], customValues: [], contactPoints: [], consents: [], addresses: [], contacts: [],
  facts: { ...blank(CustomerFiguresFragmentDoc, 'CustomerFigures'), __typename: 'CustomerFacts', ordersCount: 0, orders12m: 0, ordersPrev12m: 0, openTasks: 0 },
  tasks: none, orders: none, timeline: none, touchpoints: [],
};

it('shows the composer where only one part has room, whichever that was, when a key begins to write', async () => {
  await page.viewport(390, 800);
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query }) => new Observable((observer) => {
      if (query === CustomerRecordDocument) observer.next({ data: { __typename: 'Query', customer } });
    })),
  });
  await show(<ApolloProvider client={client}><CustomerPage id={id} /></ApolloProvider>);
  await expect.element(page.getByRole('button', { name: 'Brief', pressed: true })).toBeVisible();
  const box = document.querySelector('textarea')!;
  expect(box.checkVisibility()).toBe(false);
  await userEvent.keyboard('cnSeen at the fair');
  await expect.poll(() => [box.checkVisibility(), document.activeElement, box.value]).toEqual([true, box, 'Seen at the fair']);
});
