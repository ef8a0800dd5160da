import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { expect, it } from 'vitest';
import { singleFlightLink } from './single-flight-link.ts';

const list = gql`query List { open }`;
const one = gql`query One { first }`;
const dismiss = gql`mutation Dismiss { dismiss }`;
const news = gql`subscription News { news }`;

/** A server that answers when it is told to, with what was true when it was asked. */
function house() {
  let open = 1;
  const asked: { readonly name: string | undefined; readonly answer: () => void }[] = [];
  const server = new ApolloLink((operation) => new Observable((observer) => {
    if (operation.operationName === 'Dismiss') open = 0;
    const data = { List: { open }, One: { first: open }, Dismiss: { dismiss: true }, News: { news: true } }[operation.operationName ?? ''];
    asked.push({ name: operation.operationName, answer: () => { observer.next({ data }); observer.complete(); } });
  }));
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([singleFlightLink(), server]), queryDeduplication: false });
  const ask = (query: typeof list) => client.query({ query, fetchPolicy: 'network-only' });
  const next = async (count: number) => {
    await expect.poll(() => asked.length).toBe(count);
    return asked[count - 1]!;
  };
  return { client, asked, ask, next };
}

it('asks once what several ask at once, and again once it was answered', async () => {
  const { asked, ask, next } = house();
  const both = Promise.all([ask(list), ask(list), ask(one)]);
  for (const { answer } of [await next(2), asked[0]!]) answer();
  expect((await both).map(({ data }) => data)).toEqual([{ open: 1 }, { open: 1 }, { first: 1 }]);
  const again = ask(list);
  (await next(3)).answer();
  expect((await again).data).toEqual({ open: 1 });
});

it('asks anew for whoever asks on hearing the answer', async () => {
  const { client, ask, next } = house();
  const heard = new Promise((resolve) => client.watchQuery({ query: list, fetchPolicy: 'network-only' }).subscribe(({ data }) => data && resolve(ask(list))));
  (await next(1)).answer();
  (await next(2)).answer();
  expect(await heard).toMatchObject({ data: { open: 1 } });
});

it('asks anew after news of a change, too', async () => {
  const { client, ask, next } = house();
  const told = new Promise((resolve) => client.subscribe({ query: news }).subscribe(resolve));
  const live = await next(1);
  void ask(list);
  await next(2);
  live.answer();
  await told;
  void ask(list);
  expect((await next(3)).name).toBe('List');
});

it('hears news once, however many listen', async () => {
  const { client, asked, next } = house();
  const heard: unknown[] = [];
  const both = [1, 2].map(() => client.subscribe({ query: news }).subscribe(({ data }) => heard.push(data)));
  (await next(1)).answer();
  await expect.poll(() => heard).toHaveLength(2);
  expect(asked).toHaveLength(1);
  for (const one of both) one.unsubscribe();
  client.subscribe({ query: news }).subscribe();
  await next(2);
});

it('does not answer what is asked after a change with what was asked before it, nor lets that come over it later', async () => {
  const { client, ask, next } = house();
  const before = ask(list);
  const first = await next(1);
  const change = client.mutate({ mutation: dismiss });
  (await next(2)).answer();
  await change;
  const after = ask(list);
  (await next(3)).answer();
  expect((await after).data).toEqual({ open: 0 });
  first.answer();
  expect((await before).data).toEqual({ open: 0 });
  expect(client.readQuery({ query: list })).toEqual({ open: 0 });
});

it('asks anew what was asked before a change and is answered after it, so that the change is never unseen', async () => {
  const { client, asked, ask, next } = house();
  const seen: unknown[] = [];
  client.watchQuery({ query: list, fetchPolicy: 'network-only' }).subscribe(({ data }) => data && seen.push(data));
  const first = await next(1);
  const change = client.mutate({ mutation: dismiss });
  (await next(2)).answer();
  await change;
  first.answer();
  const again = await next(3);
  expect([again.name, seen]).toEqual(['List', []]);
  const third = ask(list);
  again.answer();
  expect((await third).data).toEqual({ open: 0 });
  expect(seen).toEqual([{ open: 0 }]);
  expect(asked).toHaveLength(3);
});
