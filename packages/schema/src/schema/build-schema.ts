import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';
import { guardRoots } from '#request';
import { resolvers } from './resolvers.ts';

export interface SchemaOptions {
  /** Where subscriptions listen; the front door feeds it from the outbox. Without one, nothing is ever delivered. */
  readonly pubSub?: PubSub;
}

/** The one schema: what staff, partners and BI tools may ask. */
export async function buildOrbitaSchema({ pubSub = createPubSub() }: SchemaOptions = {}): Promise<GraphQLSchema> {
  // Nothing is validated by decorators: GraphQL knows the types, the domain the rest.
  return guardRoots(await buildSchema({ resolvers, pubSub, validate: false }));
}
