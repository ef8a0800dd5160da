import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';
import { checkAllowed } from '#request';
import { resolvers } from './resolvers.ts';

export interface SchemaOptions {
  /** Where subscriptions listen; the front door feeds it from the outbox. Without one, nothing is ever delivered. */
  readonly pubSub?: PubSub;
}

/** The one schema: what staff, partners and BI tools may ask. */
export function buildOrbitaSchema({ pubSub = createPubSub() }: SchemaOptions = {}): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers,
    globalMiddlewares: [checkAllowed],
    pubSub,
    // `whitelist` would strip every input field without a validator; GraphQL refuses unknown fields itself.
    validate: { forbidUnknownValues: false },
  });
}
