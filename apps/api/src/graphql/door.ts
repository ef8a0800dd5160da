import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import type { RequestContext } from '@orbita/schema/request';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { GraphQLError } from 'graphql';
import { type Log, requestIdOf } from '#http';
import type { Sessions } from '#sessions';
import { askedLanguage } from './asked-language.ts';
import type { ContextMaker } from './context.ts';
import { maskedError } from './errors.ts';
import { resolveAddress, resolveBody } from './bounds/resolve.ts';
import type { Asked, Safelist } from './bounds/safelist.ts';

export interface DoorParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly sessions: Sessions;
  readonly contextOf: ContextMaker;
  readonly documentOf: Safelist;
  readonly log: Log;
}

/** /graphql over HTTP: who asks, what he asks within the limits, then the executor. */
export function graphqlDoor({ apollo, sessions, contextOf, documentOf, log }: DoorParts): Router {
  const contexts = new WeakMap<Request, RequestContext>();
  const enter: RequestHandler = async (request, response, next) => {
    const requestId = requestIdOf(request);
    const signedIn = await sessions.signedIn(headersOf(request));
    if (!signedIn) return refuse(response, requestId, await whyNot(sessions, headersOf(request)), log);
    const { setCookies } = signedIn;
    // What he reads is in the language of the request, else in his own.
    const viewer = { ...signedIn.viewer, language: askedLanguage(request.get('accept-language')) ?? signedIn.viewer.language };
    if (setCookies.length > 0) response.append('set-cookie', [...setCookies]);
    const idempotencyKey = request.get('idempotency-key');
    contexts.set(request, await contextOf({ viewer, requestId, channel: 'WEB', ...(idempotencyKey ? { idempotencyKey } : {}) }));
    next();
  };
  const resolve: RequestHandler = (request, response, next) => {
    try {
      if (request.method === 'POST') resolveBody(request.body as Asked | undefined, documentOf);
      else if (request.method === 'GET') request.url = resolveAddress(request.url, documentOf);
      next();
    } catch (error) {
      refuse(response, requestIdOf(request), error, log);
    }
  };
  // The executor refuses what another site could have sent before it knows any request: the id is added here.
  const identify: RequestHandler = (request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body?: unknown) => send(typeof body === 'string' && response.statusCode >= 400 ? withRequestId(body, requestIdOf(request)) : body);
    next();
  };
  const execute = expressMiddleware(apollo, { context: ({ req }) => Promise.resolve(contexts.get(req)!) });
  return Router().use(enter, express.json({ limit: '1mb' }), resolve, identify, execute);
}

/** Nobody is signed in, or somebody who has to set up a second factor before anything answers him. */
async function whyNot(sessions: Sessions, headers: Headers): Promise<GraphQLError> {
  return await sessions.mustSetUpTwoFactor(headers)
    ? new GraphQLError('Set up two-factor authentication first.', { extensions: { code: 'TWO_FACTOR_REQUIRED', http: { status: 403 } } })
    : new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}

function withRequestId(body: string, requestId: string): string {
  try {
    const answer = JSON.parse(body) as { errors?: { extensions?: Record<string, unknown> }[]; extensions?: Record<string, unknown> };
    const errors = answer.errors?.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
    return JSON.stringify({ ...answer, ...(errors ? { errors } : {}), extensions: { ...answer.extensions, requestId } });
  } catch {
    return body;
  }
}

export function headersOf(request: { readonly headers: Request['headers'] }): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  return headers;
}

function refuse(response: Response, requestId: string, error: unknown, log: Log): void {
  const status = error instanceof GraphQLError ? (error.extensions['http'] as { status?: number } | undefined)?.status ?? 400 : 500;
  response.status(status).json({ errors: [maskedError(error, requestId, log)], extensions: { requestId } });
}
