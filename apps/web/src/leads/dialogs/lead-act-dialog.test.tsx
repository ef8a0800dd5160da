import { DesignProvider, FormattingProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Keyboard } from '#shortcuts';
import type { OpenLead } from '../panel/open-lead.ts';
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
