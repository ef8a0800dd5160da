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
  /** Lists as files. */
  readonly exports: RequestHandler | Router;
  /** Rows for BI tools. */
  readonly bi: RequestHandler | Router;
  /** Files to import, and what was wrong with their rows. */
  readonly imports: RequestHandler | Router;
  readonly personalData: RequestHandler | Router;
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
  app.use('/api/export', parts.exports);
  app.use('/bi/v1', parts.bi);
  app.use('/api/imports', parts.imports);
  app.use('/api/personal-data', parts.personalData);
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
};

/** What an error with this status tells; one of a parser knows the limit that was passed. */
function toldOf(status: number, { limit, type }: ParserError): { code: string; message: string } {
  if (status !== 413) return told[status] ?? (status < 500 ? told[400]! : { code: 'INTERNAL', message: 'Something went wrong on our side.' });
  if (type === 'parameters.too.many') return { code: 'TOO_LARGE', message: 'The request has too many fields.' };
  return { code: 'TOO_LARGE', message: limit === undefined ? 'The request is too large.' : `The request is larger than ${inBytes(limit)}.` };
}

const inBytes = (limit: number): string => (limit >= megabyte ? `${limit / megabyte} MB` : `${limit / 1024} kB`);
const megabyte = 1024 * 1024;

interface ParserError {
  readonly status?: number;
  /** Bytes that a body may have. */
  readonly limit?: number;
  readonly type?: string;
}

const lastResort = (log: Log): ErrorRequestHandler => (error: ParserError, request, response, _next) => {
  const requestId = requestIdOf(request);
  const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
  if (status === 500) log.error('request failed', { requestId, error });
  if (response.headersSent) return void response.destroy();
  const { code, message } = toldOf(status, error);
  response.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
};
