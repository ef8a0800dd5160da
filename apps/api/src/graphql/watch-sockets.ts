import type { WebSocket } from 'ws';
import type { Log, Metrics } from '#http';
import type { Sessions } from '#sessions';

const everyMilliseconds = 1000;
const unreadAtMost = 1024 * 1024;

/** The code by which graphql-ws tells a client that it may not be here. */
const forbidden = 4403;
const tryAgainLater = 1013;

/**
 * Looks at all open connections each second, in one statement: a connection whose session was revoked or is over is
 * closed, and so is one that does not read what it is sent.
 */
export function watchSockets(sessions: Sessions, metrics: Metrics, log: Log): { add(socket: WebSocket, sessionId: string): void; close(): void } {
  const open = new Map<WebSocket, string>();
  const look = async () => {
    if (open.size === 0) return;
    for (const socket of open.keys()) if (socket.bufferedAmount > unreadAtMost) socket.close(tryAgainLater, 'Too slow.');
    const looked = [...open];
    const standing = await sessions.standing([...new Set(looked.map(([, id]) => id))]);
    for (const [socket, id] of looked) if (!standing.has(id)) socket.close(forbidden, 'Forbidden');
  };
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look().catch((error: unknown) => log.warn('live connections could not be checked', { error })).finally(() => { looking = false; });
  }, everyMilliseconds);
  return {
    add: (socket, sessionId) => {
      open.set(socket, sessionId);
      metrics.sockets.set(open.size);
      socket.once('close', () => {
        open.delete(socket);
        metrics.sockets.set(open.size);
      });
    },
    close: () => clearInterval(timer),
  };
}
