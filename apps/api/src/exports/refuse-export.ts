import type { Response } from 'express';
import { GraphQLError } from 'graphql';
import { publicCode } from '#graphql';
import { type Log, requestIdOf } from '#http';
import { WrongExport } from './wrong-export.ts';

/** Says what was wrong; once bytes have left, breaks the connection: whoever reads must not take half a file for a whole one. */
export function refuseExport(error: unknown, log: Log, request: object, response: Response): void {
  const requestId = requestIdOf(request);
  if (response.headersSent) {
    log.warn('an export broke off', { requestId, error });
    return void response.destroy();
  }
  const { status, code, message } = told(error);
  if (code === 'INTERNAL') log.error('an export failed', { requestId, error });
  response.removeHeader('content-disposition');
  if (status === 429) response.set('retry-after', '10');
  response.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
}

const statuses: Readonly<Record<string, number>> = { FORBIDDEN: 403, NOT_FOUND: 404, UNAUTHENTICATED: 401 };

function told(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof WrongExport) return error;
  const code = publicCode(error);
  if (code && error instanceof GraphQLError) return { status: statuses[code] ?? 400, code, message: error.message };
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side. Try again; if it stays, tell your administrator this id.' };
}
