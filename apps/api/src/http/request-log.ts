import type { RequestHandler } from 'express';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { requestIdOf } from './request-id.ts';

/** One line and one measurement a request: which door, how it ended, how long it took. No addresses, no queries. */
export function watchRequests(log: Log, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const door = doorOf(request.path);
    response.once('close', () => {
      const milliseconds = Math.round(performance.now() - began);
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.requests.observe({ door, status: String(status) }, milliseconds / 1000);
      if (door === 'static' && status < 400) return;
      if (door === 'health') return;
      log[status >= 500 ? 'error' : 'info']('request', { door, method: request.method, status, milliseconds, requestId: requestIdOf(request) });
    });
    next();
  };
}

function doorOf(path: string): string {
  if (path === '/graphql') return 'graphql';
  if (path.startsWith('/api/auth/')) return 'auth';
  if (path.startsWith('/api/admin/')) return 'admin';
  if (path === '/healthz' || path === '/readyz' || path === '/metrics') return 'health';
  if (path.startsWith('/forms/') || path.startsWith('/capture/')) return 'capture';
  if (path.startsWith('/bi/')) return 'bi';
  return path.startsWith('/api/') ? 'api' : 'static';
}
