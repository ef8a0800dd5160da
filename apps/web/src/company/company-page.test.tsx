import { type Me, SessionProvider } from '#access';
import { DesignProvider, FormattingProvider } from '#design';
import { CompanySettingsDocument, type SettingsFragment, UpdateCompanyDocument } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CompanyPage } from './company-page.tsx';

afterEach(() => sessionStorage.clear());

const began: SettingsFragment = {
  __typename: 'Company', id: 'c', name: 'Sol', logo: null, country: 'ES', currency: 'EUR', zone: 'Europe/Madrid', language: 'es',
  workingHours: {}, holidays: [], fiscalYearStart: 1, example: false, version: 1,
};

/** Somebody else saved after it was opened here: the company stands at version 2, and its year begins in April. */
function opened() {
  const sent: unknown[] = [];
  let now: SettingsFragment = { ...began, fiscalYearStart: 4, version: 2 };
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query, variables }) => new Observable((observer) => {
      if (query !== UpdateCompanyDocument) return;
      const { expectedVersion, ...input } = (variables as { input: { expectedVersion: number } & Partial<SettingsFragment> }).input;
      sent.push([expectedVersion, input.name, input.fiscalYearStart]);
      const refusal = expectedVersion === now.version ? null : { __typename: 'Refusal', code: 'STALE_VERSION', field: null, details: {} };
      if (!refusal) now = { ...now, ...input, version: now.version + 1 };
      observer.next({ data: { __typename: 'Mutation', updateCompany: { __typename: 'CompanyResult', refusal, company: now } } });
      observer.complete();
    })),
  });
  client.writeQuery({ query: CompanySettingsDocument, data: { __typename: 'Query', company: began } });
  render(
    <DesignProvider still>
      <SessionProvider me={{ id: 'ana', role: 'administrator' } as Me}>
        <FormattingProvider timeZone="Europe/Madrid" currency="EUR"><ApolloProvider client={client}><CompanyPage /></ApolloProvider></FormattingProvider>
      </SessionProvider>
    </DesignProvider>,
  );
  return sent;
}

const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
const call = (text: string) => fireEvent.change(name(), { target: { value: text } });
const press = (text: string) => fireEvent.click(screen.getByRole('button', { name: text }));
const save = () => fireEvent.submit(name().form!);
const saved = () => expect.poll(() => screen.queryByRole('button', { name: 'Discard' })).toBeNull();

it('keeps what was typed when somebody else was first, and saves it over his only when one says so', async () => {
  const sent = opened();
  call('Luna');
  save();
  await screen.findByRole('button', { name: 'Save mine over it' });
  expect(name().value).toBe('Luna');
  save();
  await expect.poll(() => sent).toEqual([[1, 'Luna', 1], [1, 'Luna', 1]]);
  await screen.findByRole('button', { name: 'Save mine over it' });
  press('Save mine over it');
  await expect.poll(() => sent.at(-1)).toEqual([2, 'Luna', 1]);
  await saved();
  expect(name().value).toBe('Luna');
});

it('shows his when one says so, and begins from it', async () => {
  const sent = opened();
  call('Luna');
  save();
  await screen.findByRole('button', { name: 'Show the new version' });
  press('Show the new version');
  expect(name().value).toBe('Sol');
  call('Mar');
  save();
  await expect.poll(() => sent.at(-1)).toEqual([2, 'Mar', 4]);
  await saved();
});
