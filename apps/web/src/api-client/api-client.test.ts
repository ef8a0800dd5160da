import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client';
import { expect, it } from 'vitest';
import { apiClient } from './api-client.ts';
import { createCache } from './cache.ts';

it('shows what a change answered at once, while the list is asked for anew', async () => {
  const list = gql`query List { doors { id active } }`;
  const asked: (() => void)[] = [];
  const server = new ApolloLink(({ operationName }) => new Observable((observer) => {
    const door = { __typename: 'Door', id: '1', active: operationName === 'List' };
    const answer = () => { observer.next({ data: operationName === 'List' ? { doors: [door] } : { door } }); observer.complete(); };
    if (operationName === 'List') asked.push(answer);
    else answer();
  }));
  const client = new ApolloClient({ cache: createCache(), link: server, defaultOptions: apiClient.defaultOptions });
  const seen: unknown[] = [];
  client.watchQuery<{ doors: { active: boolean }[] }>({ query: list }).subscribe(({ data }) => data?.doors && seen.push(data.doors[0]?.active));
  await expect.poll(() => asked.length).toBe(1);
  asked[0]!();
  await expect.poll(() => seen).toEqual([true]);
  await client.mutate({ mutation: gql`mutation Shut { door { id active } }`, refetchQueries: ['List'] });
  await expect.poll(() => seen.at(-1)).toBe(false);
  expect(asked).toHaveLength(2);
});
