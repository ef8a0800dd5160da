import { type Me, SessionProvider } from '#access';
import { DesignProvider, FormattingProvider } from '#design';
import { CreatePipelineDocument } from '#operations';
import { Keyboard } from '#shortcuts';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PipelineEditor } from './pipeline-editor.tsx';

afterEach(() => sessionStorage.clear());

const save = () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });

it('makes one pipeline, however often one says so before the answer is there', async () => {
  let made = 0;
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query }) => new Observable(() => {
      if (query === CreatePipelineDocument) made += 1;
    })),
  });
  render(
    <DesignProvider still>
      <SessionProvider me={{ id: 'elena', role: 'manager' } as Me}><FormattingProvider timeZone="Europe/Madrid" currency="EUR"><ApolloProvider client={client}><Keyboard /><PipelineEditor pipeline={undefined} onDone={() => {}} /></ApolloProvider></FormattingProvider></SessionProvider>
    </DesignProvider>,
  );
  fireEvent.change(screen.getAllByRole('textbox', { name: 'Name in English' })[0]!, { target: { value: 'Renewals' } });
  save();
  await expect.poll(() => screen.getByRole('button', { name: /Save/ }).dataset['loading']).toBe('true');
  save();
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  expect(made).toBe(1);
});
