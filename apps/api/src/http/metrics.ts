import { timingSafeEqual } from 'node:crypto';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Request, RequestHandler } from 'express';

/** What the operator's Prometheus reads. Labels are of our own making: never a name or a value that came in. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'door' | 'status'>;
  readonly operations: Counter<'outcome'>;
  readonly sockets: Gauge;
  readonly liveEvents: Counter;
  readonly jobs: Counter<'job' | 'outcome'>;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'orbita_' });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'orbita_http_request_seconds', help: 'Time to answer, by door and status.', labelNames: ['door', 'status'], registers,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    }),
    operations: new Counter({ name: 'orbita_graphql_operations_total', help: 'Operations by outcome.', labelNames: ['outcome'], registers }),
    sockets: new Gauge({ name: 'orbita_live_sockets', help: 'Open live connections.', registers }),
    liveEvents: new Counter({ name: 'orbita_live_events_total', help: 'Events handed to live subscriptions.', registers }),
    jobs: new Counter({ name: 'orbita_jobs_total', help: 'Jobs by name and outcome.', labelNames: ['job', 'outcome'], registers }),
  };
}

/** For callers on this machine, or with the token; for everybody else there is nothing here. */
export function serveMetrics({ registry }: Metrics, token: string | undefined): RequestHandler {
  return async (request, response) => {
    if (!mayRead(request, token)) return void response.sendStatus(404);
    response.type(registry.contentType).send(await registry.metrics());
  };
}

function mayRead(request: Request, token: string | undefined): boolean {
  // Behind a proxy on this machine every caller looks local: then only the token counts.
  const forwarded = request.get('x-forwarded-for') !== undefined;
  if (!token) return !forwarded && isLoopback(request.socket.remoteAddress);
  const given = Buffer.from(request.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::1|(::ffff:)?127\.)/.test(address);
