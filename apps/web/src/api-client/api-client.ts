import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { createCache } from './cache.ts';
import { liveLink } from './live-link.ts';
import { persistedLink } from './persisted-link.ts';
import { signInLink } from './sign-in-link.ts';

const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });

const questions = ApolloLink.from([persistedLink, http]);

/** One client a tab: questions over HTTP by hash, live updates over one WebSocket. */
export const apiClient = new ApolloClient({
  cache: createCache(),
  link: ApolloLink.from([
    signInLink,
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, liveLink, questions),
  ]),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
});
