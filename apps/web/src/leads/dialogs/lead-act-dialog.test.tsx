import { type Me, SessionProvider } from '#access';
import { DesignProvider, FormattingProvider } from '#design';
import { CustomFieldsDocument, QualifyLeadDocument } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Keyboard } from '#shortcuts';
import type { OpenLead } from '../panel/open-lead.ts';
import { OwnFieldsForm } from '../panel/own-fields-form.tsx';
import { QualificationForm } from '../panel/qualification-form.tsx';
import { LeadActDialog } from './lead-act-dialog.tsx';

it('recycles a lead for no day that is none: it says so, and stays', async () => {
  const onClose = vi.fn();
  render(
    <ApolloProvider client={new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() })}>
      <DesignProvider still>
        <FormattingProvider timeZone="Europe/Madrid" currency="EUR">
          <Keyboard /><LeadActDialog act="recycle" lead={{ id: 'l1', version: 1, status: 'NEW' } as OpenLead} onClose={onClose} />
        </FormattingProvider>
      </DesignProvider>
    </ApolloProvider>,
  );
  const until = await screen.findByLabelText('Rests until', { exact: false });
  const save = screen.getByRole('button', { name: (name) => name.startsWith('Let rest') });
  for (const typed of ['24/12/202', undefined]) {
    await userEvent.clear(until);
    if (typed) await userEvent.type(until, typed);
    await userEvent.click(save);
    expect([until.getAttribute('aria-invalid'), save.hasAttribute('data-loading'), onClose.mock.calls.length]).toEqual(['true', false, 0]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onClose).not.toHaveBeenCalled();
  }
});

const unknown = { answer: 'UNKNOWN', note: null } as const;
const value = { __typename: 'CustomValue', type: 'TEXT', text: null } as const;
const lead = {
  id: 'l1', version: 1, status: 'WORKING', subject: 'Wine', endedAt: null, customer: { name: 'Acme' },
  qualification: { need: unknown, budget: { ...unknown, amount: null }, authority: unknown, timing: { ...unknown, by: null } },
  customValues: [{ ...value, name: 'city', label: 'City', text: 'Vigo' }, { ...value, name: 'need', label: 'Needs' }],
} as unknown as OpenLead;
const field = {
  __typename: 'CustomField', entity: 'LEAD', type: 'TEXT', decimals: null, options: [], requiredAtStages: [], readers: null, sortable: false, archivedAt: null, version: 1,
};
const fields = [['city', 'City', false], ['need', 'Needs', true]].map(([name, label, required]) => ({ ...field, id: name, name, label, labels: { __typename: 'Labels', en: label, es: null }, required }));

it('qualifies with what was written beside and not saved, keeps it while it is refused, and then forgets it', async () => {
  const sent: Record<string, any>[] = []; // oxlint-disable-line typescript/no-explicit-any -- read by shape
  const refusal = { __typename: 'Refusal', code: 'NOT_FOUND', field: null, message: '', details: {} };
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query, variables }) => new Observable((observer) => {
      if (query === QualifyLeadDocument) sent.push(variables['input']);
      observer.next({ data: { __typename: 'Mutation', qualifyLead: { __typename: 'LeadResult', lead: null, refusal: sent.length === 1 ? refusal : null } } });
      observer.complete();
    })),
  });
  client.writeQuery({ query: CustomFieldsDocument, data: { __typename: 'Query', customFields: fields } as never });
  const onClose = vi.fn();
  const page = (asking: boolean, open = true) => (
    <SessionProvider me={{ id: 'ana' } as Me}><ApolloProvider client={client}><DesignProvider still><FormattingProvider timeZone="Europe/Madrid" currency="EUR">
      <Keyboard /><OwnFieldsForm lead={lead} mayWrite={open} /><QualificationForm lead={lead} mayWrite={open} />
      {asking && <LeadActDialog act="qualify" lead={lead} onClose={onClose} />}
    </FormattingProvider></DesignProvider></ApolloProvider></SessionProvider>
  );
  const { rerender } = render(page(false));
  const note = screen.getByLabelText<HTMLTextAreaElement>('Need: Note');
  await userEvent.type(note, 'Wants 40 boxes');
  await userEvent.type(await screen.findByLabelText('City', { exact: false }), 'lla');
  rerender(page(true));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.querySelectorAll('input')).toHaveLength(3);
  await userEvent.type([...dialog.querySelectorAll('input')].at(-1)!, 'Boxes');
  const act = () => userEvent.keyboard('{Control>}{Enter}{/Control}');
  await act();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect([onClose.mock.calls.length, sessionStorage.length]).toEqual([0, 2]);
  await act();
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent[1]).toMatchObject({
    qualification: { need: { answer: 'UNKNOWN', note: 'Wants 40 boxes' }, budget: { note: null } }, custom: [{ name: 'city', text: 'Vigolla' }, { name: 'need', text: 'Boxes' }],
  });
  expect(sessionStorage.length).toBe(0);
  rerender(page(false, false));
  expect(note.value).toBe('');
});
