import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { createCache } from './cache.ts';
import { liveLink } from './live-link.ts';
import { persistedLink } from './persisted-link.ts';
import { renewShown } from './renewal.ts';
import { singleFlightLink } from './single-flight-link.ts';
import { signInLink } from './sign-in-link.ts';

// What the server words for people is in the language of the interface, whatever the browser prefers.
const http = new HttpLink({
  uri: '/graphql', credentials: 'same-origin',
  fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, 'accept-language': document.documentElement.lang } }),
});

const questions = ApolloLink.from([persistedLink, http]);

// What was missed while the line was down is read, wherever one stands.
const live = liveLink(() => void renewShown(apiClient));

/** One client a tab: questions over HTTP by hash, live updates over one WebSocket. */
export const apiClient = new ApolloClient({
  cache: createCache(),
  queryDeduplication: false,
  link: ApolloLink.from([
    singleFlightLink(),
    signInLink,
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, questions),
  ]),
  // Not cache-first after the first answer: a list under renewal would not show what a change just answered until it is renewed.
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
});
