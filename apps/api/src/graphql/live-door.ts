import type { IncomingMessage, Server } from 'node:http';
import { newId } from '@orbita/database/connection';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Metrics } from '#http';
import { headersOf } from './door.ts';
import { maskedError } from './errors.ts';
import { type AskedLive, deliver, type Holder, prepareSubscription, problem, type Subscribing, type SubscriptionParts } from './subscription.ts';
import { watchSockets } from './watch-sockets.ts';

export interface LiveDoorParts extends SubscriptionParts {
  readonly server: Server;
  readonly trustedOrigins: readonly string[];
  readonly metrics: Metrics;
}

const subscriptionsAtMost = 50;
const largestMessage = 128 * 1024;
const pingEvery = 12_000;
const goingAway = 1001;

/** Subscriptions at the port and path of /graphql: the same people, limits and documents. */
export function openLiveDoor(parts: LiveDoorParts): { close(): Promise<void> } {
  const { sessions, log } = parts;
  const sockets = new WebSocketServer({
    server: parts.server, path: '/graphql', maxPayload: largestMessage,
    verifyClient: ({ req, origin }: { req: IncomingMessage; origin?: string }) => isOurs(req, origin, parts.trustedOrigins),
  });
  const watch = watchSockets(sessions, parts.metrics, log);
  const server = useServer<Record<string, unknown>, { holder?: Holder }>({
    schema: parts.schema,
    connectionInitWaitTimeout: 5000,
    onConnect: async ({ extra }) => {
      const headers = headersOf(extra.request);
      const signedIn = await sessions.signedIn(headers);
      if (!signedIn) return false;
      extra.holder = { signedIn, requestId: newId(), headers };
      watch.add(extra.socket, signedIn.sessionId);
      return true;
    },
    onSubscribe: async ({ extra: { holder }, subscriptions }, _id, payload) => {
      try {
        if (!holder) throw problem('UNAUTHENTICATED', 'Sign in first.');
        if (Object.keys(subscriptions).length > subscriptionsAtMost) {
          throw problem('THROTTLED', `One connection has at most ${subscriptionsAtMost} subscriptions.`);
        }
        return await prepareSubscription(parts, holder, payload as AskedLive);
      } catch (error) {
        return [maskedError(error, holder?.requestId ?? newId(), log)];
      }
    },
    subscribe: (args) => Promise.resolve(deliver(parts, args as Subscribing)),
  }, sockets, pingEvery);
  return {
    close: async () => {
      watch.close();
      for (const socket of sockets.clients) socket.close(goingAway, 'The server is stopping.');
      await server.dispose();
      sockets.close();
    },
  };
}

// A page of another site can open a socket with our cookie: browsers ask nobody first.
function isOurs(request: IncomingMessage, origin: string | undefined, trusted: readonly string[]): boolean {
  if (!origin || trusted.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
