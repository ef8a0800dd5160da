import { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { type Client, createClient } from 'graphql-ws';
import { hashOf } from './persisted-link.ts';

const longestWait = 10_000;
const pingEvery = 20_000;
/** A line on which no answer to a ping comes within this is dead, whatever the browser thinks of it. */
const pongWithin = 10_000;

/** Longer each time, but never long, and not everybody at once; over at once when there is a network again or somebody looks. */
const wait = (retries: number) => new Promise<void>((resolve) => {
  const waiting = new AbortController();
  const { signal } = waiting;
  const again = () => {
    clearTimeout(timer);
    waiting.abort();
    resolve();
  };
  const timer = setTimeout(again, Math.min(longestWait, 1000 * 2 ** retries) * (0.5 + Math.random() / 2));
  addEventListener('online', again, { signal });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') again(); }, { signal });
});

/** Opens with the first subscription and closes with the last; a lost connection is taken up again, and that is told: what happened meanwhile was not heard. */
function connect(onBack: () => void): Client {
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: () => new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: wait,
    keepAlive: pingEvery,
    on: {
      connected: (_socket, _payload, isBack) => { if (isBack) onBack(); },
      ping: (isReceived) => { if (!isReceived) unanswered = setTimeout(() => client.terminate(), pongWithin); },
      pong: (isReceived) => { if (isReceived) clearTimeout(unanswered); },
      closed: () => clearTimeout(unanswered),
    },
  });
  return client;
}

const withHash = new ApolloLink((operation, forward) => {
  const sha256Hash = hashOf(operation.query);
  if (sha256Hash) operation.extensions['persistedQuery'] = { version: 1, sha256Hash };
  return forward(operation);
});

export const liveLink = (onBack: () => void): ApolloLink => ApolloLink.from([withHash, new GraphQLWsLink(connect(onBack))]);
