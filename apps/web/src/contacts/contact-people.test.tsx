import { DesignProvider } from '#design';
import { CustomerReachFragmentDoc, type UpdateContactInput, UpdateContactDocument } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider, useFragment } from '@apollo/client/react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ContactPeople } from './contact-people.tsx';

const eva = { __typename: 'Contact', id: 'p1', givenName: 'Eva', familyName: 'Ruiz', jobTitle: 'Buyer', role: null, isPrimary: true, version: 1, customValues: [] };
const customerWith = (contact: object) => ({ __typename: 'Customer', id: 'c1', contactPoints: [], doNotContact: null, consents: [], addresses: [], contacts: [contact] });
const reach = { fragment: CustomerReachFragmentDoc, fragmentName: 'CustomerReach', from: { __typename: 'Customer', id: 'c1' } } as const;

function Page() {
  const { data, complete } = useFragment(reach);
  return complete && <ContactPeople customer={data} mayEdit />;
}

/** Somebody else gave her another job after she was opened here. */
function opened() {
  const sent: unknown[] = [];
  let now = { ...eva, jobTitle: 'Director', version: 2 };
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query, variables }) => new Observable((observer) => {
      if (query !== UpdateContactDocument) return;
      const { customerId: _, id: __, custom: ___, expectedVersion, ...input } = (variables as { input: UpdateContactInput }).input;
      sent.push([expectedVersion, input]);
      const refusal = expectedVersion === now.version ? null : { __typename: 'Refusal', code: 'STALE_VERSION', message: 'Somebody changed it', field: null, details: null };
      if (!refusal) now = { ...now, ...(input as Partial<typeof now>), version: now.version + 1 };
      observer.next({ data: { __typename: 'Mutation', updateContact: { __typename: 'CustomerResult', refusal, customer: customerWith(now) } } });
      observer.complete();
    })),
  });
  client.cache.writeFragment({ ...reach, data: customerWith(eva) as never });
  render(<DesignProvider still><ApolloProvider client={client}><Page /></ApolloProvider></DesignProvider>);
  return sent;
}

const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name }, { timeout: 5_000 });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

it('saves a contact whom somebody else changed meanwhile, once it was said, and only what was touched', async () => {
  const sent = opened();
  fireEvent.click(screen.getByRole('button', { name: /Eva Ruiz/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  fireEvent.change(await field('Family name'), { target: { value: 'Sanz' } });
  save();
  await screen.findByText('Somebody changed it');
  expect([(await field('Family name')).value, (await field('Position')).value]).toEqual(['Sanz', 'Director']);
  save();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
  expect(sent).toEqual([[1, { familyName: 'Sanz' }], [2, { familyName: 'Sanz' }]]);
  expect(screen.getByText('Eva Sanz')).toBeTruthy();
});
