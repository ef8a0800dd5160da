import { StrangeCursor } from '@orbita/database/connection';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Log } from '#http';

const ours = new Set([
  'UNAUTHENTICATED', 'UNAUTHORIZED', 'TWO_FACTOR_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST', 'BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'TOO_COMPLEX', 'TOO_LARGE', 'OPERATION_NOT_SAFELISTED',
  'PERSISTED_QUERY_NOT_FOUND', 'THROTTLED', 'CONFLICT', 'INVALID',
]);

/** A code that says something to the caller, if this error was meant for him. */
export function publicCode(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  if (error.originalError instanceof StrangeCursor) return 'BAD_USER_INPUT';
  // Thrown by a resolver as something else and only wrapped on the way: then it is a fault of ours.
  if (error.originalError && !(error.originalError instanceof GraphQLError)) {
    const { code } = error.originalError as { code?: unknown; extensions?: unknown };
    if (code === undefined || !('extensions' in error.originalError)) return undefined;
  }
  const { code } = error.extensions;
  // Validation and coercion of variables by graphql-js carry no code of their own.
  if (code === undefined) return error.path === undefined ? 'GRAPHQL_VALIDATION_FAILED' : undefined;
  return typeof code === 'string' && ours.has(code) ? code : undefined;
}

/** What the caller reads: his own mistakes in words; ours as a request id, the rest in the log. */
export function maskError(formatted: GraphQLFormattedError, error: unknown, requestId: string, log: Log): GraphQLFormattedError {
  const code = publicCode(error);
  if (code) {
    const { stacktrace: _stacktrace, http: _http, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions: { ...extensions, code, requestId } };
  }
  log.error('operation failed', { requestId, path: formatted.path?.join('.'), error: causeOf(error) });
  const { path } = formatted;
  return {
    message: 'Something went wrong on our side. Try again; if it stays, tell your administrator this id.',
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL', requestId },
  };
}

/** The same for doors that hand over the error itself. */
export function maskedError(error: unknown, requestId: string, log: Log): GraphQLError {
  const graphql = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
  const { message, path, extensions } = maskError(graphql.toJSON(), graphql, requestId, log);
  return new GraphQLError(message, { path: path ?? null, ...(extensions ? { extensions } : {}) });
}

const causeOf = (error: unknown): unknown => (error instanceof GraphQLError ? error.originalError ?? error : error);
