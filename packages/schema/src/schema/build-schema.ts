import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { checkAllowed } from '#request';
import { resolvers } from './resolvers.ts';

/** The one schema: what staff, partners and BI tools may ask. */
export function buildOrbitaSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers,
    globalMiddlewares: [checkAllowed],
    pubSub: createPubSub(),
    // `whitelist` would strip every input field without a validator; GraphQL refuses unknown fields itself.
    validate: { forbidUnknownValues: false },
  });
}
