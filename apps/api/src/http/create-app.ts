import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import { addressHeader, type Sessions } from '#sessions';
import { contentPolicy } from './content-policy.ts';
import type { Log } from './log.ts';
import { type Metrics, serveMetrics } from './metrics.ts';
import { giveRequestId, requestIdOf } from './request-id.ts';
import { watchRequests } from './request-log.ts';
import { serveWebApp, type WebApp } from './web-app.ts';

export interface AppParts {
  readonly publicUrl: URL;
  readonly sessions: Sessions;
  readonly graphql: RequestHandler | Router;
  readonly admin: RequestHandler | Router;
  /** Forms, mailboxes and networks through which leads come in. */
  readonly capture: RequestHandler | Router;
  readonly webApp: WebApp | undefined;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  /** Nothing when ready; otherwise what is missing, in the operator's words. */
  readonly missing: () => Promise<string | undefined>;
  readonly draining: () => boolean;
}

/** The one HTTP door: health, sign-in, the API, the web app, in this order. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  // A proxy in front runs on this machine; from anywhere else the forwarded address is a claim.
  app.set('trust proxy', 'loopback');
  app.use(giveRequestId, watchRequests(parts.log, parts.metrics), contentPolicy(parts.webApp?.page, parts.publicUrl));
  app.use((_request, response, next) => {
    if (parts.draining()) response.set('connection', 'close');
    next();
  });
  app.get('/healthz', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/readyz', async (_request, response) => {
    const missing = parts.draining() ? 'This server is stopping.' : await parts.missing();
    response.status(missing ? 503 : 200).json(missing ? { status: 'not ready', missing } : { status: 'ready' });
  });
  app.get('/metrics', serveMetrics(parts.metrics, parts.metricsToken));
  app.use(compression());
  // The sign-in library reads the body itself: it stands before every parser.
  app.all('/api/auth/*splat', (request, response) => {
    request.headers[addressHeader] = request.ip ?? '';
    return parts.sessions.handle(request, response);
  });
  app.use('/api/admin', parts.admin);
  app.use(parts.capture);
  app.use('/graphql', parts.graphql);
  if (parts.webApp) app.use(serveWebApp(parts.webApp));
  app.use((request, response) => {
    response.status(404).json({ errors: [{ message: 'There is nothing at this address.', extensions: { code: 'NOT_FOUND', requestId: requestIdOf(request) } }] });
  });
  app.use(lastResort(parts.log));
  return app;
}

const told: Record<number, { code: string; message: string }> = {
  400: { code: 'BAD_REQUEST', message: 'The request cannot be read.' },
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  413: { code: 'TOO_LARGE', message: 'The request is larger than 1 MB.' },
};

const lastResort = (log: Log): ErrorRequestHandler => (error: { status?: number }, request, response, _next) => {
  const requestId = requestIdOf(request);
  const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
  if (status === 500) log.error('request failed', { requestId, error });
  if (response.headersSent) return void response.destroy();
  const { code, message } = told[status] ?? (status < 500 ? told[400]! : { code: 'INTERNAL', message: 'Something went wrong on our side.' });
  response.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
};
