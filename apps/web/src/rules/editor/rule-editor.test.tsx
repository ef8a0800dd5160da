import { type Me, SessionProvider } from '#access';
import { DesignProvider, Dialog, FormattingProvider } from '#design';
import { Keyboard, useShortcut } from '#shortcuts';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { Rule } from '@orbita/domain/rules';
import { fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { RuleEditor } from './rule-editor.tsx';

const silent = new ApolloClient({ cache: new InMemoryCache(), link: new ApolloLink(() => new Observable(() => {})) });
const atLeast = (fact: string, value: number): Rule => ({ fact, is: 'ge', value });
let told: Rule | undefined;

function Editor({ rule: start }: { readonly rule: Rule }) {
  const [rule, setRule] = useState<Rule | undefined>(start);
  return <RuleEditor rule={rule} onChange={(next) => { told = next; setRule(next); }} silent />;
}

const open = (ui: ReactNode) => render(
  <DesignProvider still>
    <SessionProvider me={{ id: 'ana', role: 'administrator' } as Me}>
      <FormattingProvider timeZone="Europe/Madrid" currency="EUR"><ApolloProvider client={silent}><Keyboard />{ui}</ApolloProvider></FormattingProvider>
    </SessionProvider>
  </DesignProvider>,
);
const press = (init: KeyboardEventInit) => fireEvent.keyDown(document.activeElement ?? document.body, { code: init.key ?? '', ...init });
const values = () => (told && 'and' in told ? told.and.map((part) => ('value' in part ? part.value : 'more')) : []);

it('a condition moves on with every stroke, and the focus with it', () => {
  open(<Editor rule={{ and: [atLeast('ordersCount', 1), atLeast('ordersCount', 2), atLeast('ordersCount', 3), { or: [atLeast('ordersCount', 4), atLeast('ordersCount', 5)] }] }} />);
  const field = screen.getAllByRole<HTMLInputElement>('textbox')[0]!;
  field.focus();
  press({ key: 'ArrowDown', altKey: true });
  expect([values(), document.activeElement]).toEqual([[2, 1, 3, 'more'], field]);
  press({ key: 'ArrowDown', altKey: true });
  expect([values(), document.activeElement]).toEqual([[2, 3, 1, 'more'], field]);
  press({ key: 'ArrowUp', altKey: true });
  expect([values(), document.activeElement, field.value]).toEqual([[2, 1, 3, 'more'], field, '1']);

  screen.getAllByRole('textbox')[4]!.focus();
  press({ key: 'ArrowUp', altKey: true });
  expect(told).toMatchObject({ and: [{}, {}, {}, { or: [{ value: 5 }, { value: 4 }] }] });
});

it('a stroke that moves a condition opens nothing in it', () => {
  open(<Editor rule={{ and: [atLeast('ordersCount', 1), atLeast('ordersCount', 2)] }} />);
  screen.getAllByRole('combobox')[0]!.focus();
  press({ key: 'ArrowDown', altKey: true });
  expect([values(), document.querySelector('[aria-expanded=true]')]).toEqual([[2, 1], null]);
});

it('keys of the page stay silent behind the dialog when the condition that had the focus is gone', async () => {
  let heard = 0;
  function Page() {
    useShortcut({ keys: 'n', label: 'New', group: 'page', run: () => void heard++ });
    return <Dialog title="Filter" onClose={() => {}}><Editor rule={atLeast('ordersCount', 1)} /></Dialog>;
  }
  open(<Page />);
  fireEvent.click(await screen.findByRole('button', { name: 'Remove condition' }));
  expect(document.activeElement?.textContent).toContain('Add condition');
  (document.activeElement as HTMLElement).blur();
  fireEvent.keyDown(document.body, { key: 'n' });
  expect(heard).toBe(0);
});
