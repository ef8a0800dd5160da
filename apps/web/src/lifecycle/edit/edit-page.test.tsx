import { type Me, SessionProvider } from '#access';
import { DesignProvider, FormattingProvider } from '#design';
import { LifecycleModelToEditDocument, UpdateLifecycleModelDocument } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { LifecycleEditPage } from './edit-page.tsx';

const stage = (key: string, name: string, rule: object, signals: object[] = []) => ({
  key, name: { en: name, es: name }, strategy: { en: 'x', es: 'x' }, rule, signals, kpiBounds: [], npsBound: null, slaHours: 8, talkMinutes: 10,
});
const signal = (text: string) => ({ text: { en: text, es: text }, rule: { and: [{ fact: 'ordersCount', is: 'ge', value: 2 }] } });
const definition = {
  key: 'M', name: { en: 'Mine', es: 'Mío' }, evaluationOrder: ['FIRST', 'REST'],
  stages: [stage('FIRST', 'First', { fact: 'ordersCount', is: 'ge', value: 1 }, [signal('one'), signal('two')]), stage('REST', 'Rest', { and: [] })],
};
const model = { __typename: 'LifecycleModel', id: 'm1', key: 'M', name: 'Mine', shipped: false, active: true, version: 1, labels: { name: definition.name, stages: {} }, viewerCanUpdate: true, judging: null, definition };

let sent = 0;
beforeEach(() => {
  sent = 0;
  sessionStorage.clear();
});

async function opened() {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query }) => new Observable((observer) => {
      if (query === UpdateLifecycleModelDocument) sent += 1;
      if (query !== LifecycleModelToEditDocument) return;
      observer.next({ data: { __typename: 'Query', lifecycleModel: model } });
      observer.complete();
    })),
  });
  const Page = () => (
    <SessionProvider me={{ id: 'elena', role: 'administrator' } as Me}>
      <FormattingProvider timeZone="Europe/Madrid" currency="EUR"><ApolloProvider client={client}><LifecycleEditPage id="m1" /></ApolloProvider></FormattingProvider>
    </SessionProvider>
  );
  const router = createRouter({ routeTree: createRootRoute({ component: Page, notFoundComponent: () => null }), history: createMemoryHistory() });
  render(<DesignProvider still><RouterProvider router={router as never} /></DesignProvider>);
  await expect.poll(() => values().length).toBe(3);
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const values = () => screen.queryAllByRole<HTMLInputElement>('textbox', { name: /Value of/ });
const empty = (field: HTMLInputElement) => fireEvent.change(field, { target: { value: '' } });

it('publishes nothing while a condition is not finished, leads to it, and has kept it as it was left', async () => {
  await opened();
  empty(values()[0]!);
  press('Rest');
  expect(values()).toEqual([]);
  press(/Publish/);
  await screen.findByText('Finish its conditions; then the model can be published.');
  expect(within(screen.getByRole('alert')).getByText(/First/)).toBeTruthy();
  expect([values()[0]?.value, screen.getAllByText('Give a value.').length, sent]).toEqual(['', 1, 0]);

  fireEvent.change(values()[0]!, { target: { value: '3' } });
  press(/Publish/);
  await expect.poll(() => sent).toBe(1);
});

it('nor while that of a sign is not, wherever its row stands; a sign that goes takes its own with it', async () => {
  await opened();
  empty(values()[2]!);
  press('Remove signal 1');
  expect(values().map(({ value }) => value)).toEqual(['1', '']);
  press(/Publish/);
  await screen.findByText('Give a value.');
  expect(sent).toBe(0);
  press('Remove signal 1');
  press(/Publish/);
  await expect.poll(() => sent).toBe(1);
});
