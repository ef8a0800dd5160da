import type { RequestContext } from '@orbita/schema/request';
import {
  createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult, getOperationAST, GraphQLError, type GraphQLSchema, validate,
} from 'graphql';
import type { Log } from '#http';
import type { Sessions, SignedIn } from '#sessions';
import type { ContextMaker } from './context.ts';
import { checkCost } from './bounds/cost.ts';
import { readDocument } from './bounds/documents.ts';
import { checkVariablesText } from './bounds/text.ts';
import { maskedError } from './errors.ts';
import type { Asked, Safelist } from './bounds/safelist.ts';

export interface SubscriptionParts {
  readonly schema: GraphQLSchema;
  readonly sessions: Sessions;
  readonly contextOf: ContextMaker;
  readonly documentOf: Safelist;
  readonly log: Log;
}

/** The one who holds the connection. */
export interface Holder {
  readonly signedIn: SignedIn;
  readonly requestId: string;
  readonly headers: Headers;
}

export type Subscribing = ExecutionArgs & { readonly holder: Holder };

export type AskedLive = Asked & { readonly variables?: Record<string, unknown> | null; readonly operationName?: string | null };

/** What is subscribed to, or why not: throws what the caller may read. */
export async function prepareSubscription(parts: SubscriptionParts, holder: Holder, asked: AskedLive): Promise<Subscribing> {
  const { schema } = parts;
  const document = readDocument(parts.documentOf(asked));
  const [invalid] = validate(schema, document);
  if (invalid) throw invalid;
  if (getOperationAST(document, asked.operationName)?.operation !== 'subscription') {
    throw problem('BAD_REQUEST', 'Only subscriptions come this way: send queries and mutations over HTTP.');
  }
  const variableValues = asked.variables ?? {};
  checkVariablesText(variableValues);
  checkCost(schema, document, variableValues, asked.operationName ?? undefined);
  return { schema, document, variableValues, operationName: asked.operationName ?? null, contextValue: await contextFor(parts, holder), holder };
}

/**
 * Each event is read afresh: by who the person is now, with a context of its own. Ends with the session. Written by hand,
 * since a generator that waits for an event hears only then that nobody listens any more, which may be never.
 */
export function deliver(parts: SubscriptionParts, args: Subscribing): AsyncIterableIterator<ExecutionResult> {
  const { holder } = args;
  const over = { value: undefined, done: true } as const;
  // What refuses itself at once is told to whoever asks for the first event.
  const opening = (async () => createSourceEventStream(args))().then((opened) =>
    (Symbol.asyncIterator in opened ? { events: opened[Symbol.asyncIterator](), refused: null } : { events: null, refused: opened }));
  let left = false;
  const leave = async () => {
    left = true;
    const opened = await opening.catch(() => undefined);
    await opened?.events?.return?.();
    return over;
  };
  const next = async (): Promise<IteratorResult<ExecutionResult>> => {
    const opened = await opening;
    if (left) return over;
    if (opened.refused) {
      left = true;
      return { value: masked(opened.refused, holder, parts.log), done: false };
    }
    const heard = await opened.events.next();
    if (heard.done) return over;
    const now = await parts.sessions.signedIn(holder.headers);
    if (now?.sessionId !== holder.signedIn.sessionId) return leave();
    const contextValue = await contextFor(parts, { ...holder, signedIn: now });
    return { value: masked(await execute({ ...args, rootValue: heard.value, contextValue }), holder, parts.log), done: false };
  };
  return {
    next: async () => {
      try {
        return await next();
      } catch (error) {
        await leave();
        throw error;
      }
    },
    return: leave,
    [Symbol.asyncIterator]() { return this; },
  };
}

const contextFor = ({ contextOf }: SubscriptionParts, { signedIn, requestId }: Holder): Promise<RequestContext> =>
  contextOf({ viewer: signedIn.viewer, requestId, channel: 'WEB' });

function masked(result: ExecutionResult, { requestId }: Holder, log: Log): ExecutionResult {
  const { errors, ...rest } = result;
  return { ...rest, ...(errors ? { errors: errors.map((error) => maskedError(error, requestId, log)) } : {}), extensions: { requestId } };
}

export const problem = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } });
