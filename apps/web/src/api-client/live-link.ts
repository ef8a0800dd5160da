import { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { hashOf } from './persisted-link.ts';

/** Opens with the first subscription and closes with the last; a lost connection is taken up again. */
const socket = new GraphQLWsLink(createClient({
  url: () => new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
  lazy: true,
  retryAttempts: Infinity,
  shouldRetry: () => true,
}));

const withHash = new ApolloLink((operation, forward) => {
  const sha256Hash = hashOf(operation.query);
  if (sha256Hash) operation.extensions['persistedQuery'] = { version: 1, sha256Hash };
  return forward(operation);
});

export const liveLink = ApolloLink.from([withHash, socket]);
