import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '@orbita/schema/request';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Log, Metrics } from '#http';
import { checkCost } from './bounds/cost.ts';
import { maskError } from './errors.ts';
import { limits } from './bounds/limits.ts';
import { checkVariablesText } from './bounds/text.ts';

/** The executor behind /graphql. Documents come to it already resolved and bounded. */
export function createApollo(schema: GraphQLSchema, log: Log, metrics: Metrics): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    csrfPrevention: true,
    persistedQueries: false,
    // The door lets nobody in who is not signed in.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    logger: {
      debug: () => undefined, info: () => undefined,
      warn: (text: unknown) => log.warn(String(text)), error: (text: unknown) => log.error(String(text)),
    },
    // Cache hints would be gathered for every field, and nothing reads them.
    plugins: [answers(log, metrics), ApolloServerPluginCacheControlDisabled()],
  });
}

const answers = (log: Log, metrics: Metrics): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () => Promise.resolve({
    didResolveOperation: ({ request, document, schema }) => {
      checkVariablesText(request.variables ?? {});
      checkCost(schema, document, request.variables ?? {}, request.operationName);
      return Promise.resolve();
    },
    willSendResponse: ({ response, errors, contextValue: { requestId } }) => {
      if (response.body.kind !== 'single') return Promise.resolve();
      const result = response.body.singleResult;
      if (result.errors) result.errors = result.errors.map((formatted, place) => maskError(formatted, errors?.[place], requestId, log));
      result.extensions = { ...result.extensions, requestId };
      metrics.operations.inc({ outcome: result.errors ? 'error' : 'answer' });
      return Promise.resolve();
    },
  }),
});
