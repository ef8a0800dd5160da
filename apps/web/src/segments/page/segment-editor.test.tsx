import { type Me, SessionProvider } from '#access';
import { DesignProvider, FormattingProvider } from '#design';
import { CreateSegmentDocument } from '#operations';
import { Keyboard } from '#shortcuts';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { NewSegmentPage } from './segment-page.tsx';

afterEach(() => sessionStorage.clear());

const save = () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });

it('makes one segment, however often one says so before its own page is there', async () => {
  const made: (() => void)[] = [];
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query, variables }) => new Observable((observer) => {
      if (query !== CreateSegmentDocument) return;
      const { name } = (variables as { input: { name: string } }).input;
      made.push(() => {
        const segment = {
          __typename: 'Segment', id: 's1', name, description: null, kind: 'RULE', rule: { and: [] }, shared: true, ownerId: null, ownerName: null,
          deletedAt: null, version: 1, updatedAt: '', viewerCanUpdate: true, viewerCanDelete: true, count: 0,
        };
        observer.next({ data: { __typename: 'Mutation', createSegment: { __typename: 'SegmentResult', refusal: null, segment } } });
        observer.complete();
      });
    })),
  });
  const Page = () => (
    <SessionProvider me={{ id: 'elena', role: 'administrator' } as Me}>
      <FormattingProvider timeZone="Europe/Madrid" currency="EUR"><ApolloProvider client={client}><Keyboard /><NewSegmentPage name="" rule={undefined} kind="RULE" /></ApolloProvider></FormattingProvider>
    </SessionProvider>
  );
  const router = createRouter({ routeTree: createRootRoute({ component: Page, notFoundComponent: () => null }), history: createMemoryHistory() });
  render(<DesignProvider still><RouterProvider router={router as never} /></DesignProvider>);
  fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }, { timeout: 5_000 }), { target: { value: 'Loyal' } });
  save();
  save();
  await expect.poll(() => made.length).toBe(1);
  act(() => made[0]!());
  save();
  await expect.poll(() => router.state.location.pathname).toBe('/segments/s1');
  expect(made).toHaveLength(1);
});
