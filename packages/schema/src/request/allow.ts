import { type Action, may, type Noun, type Viewer } from '@orbita/domain/access';
import { defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import { checkIds } from './check-ids.ts';
import type { RequestContext } from './request-context.ts';

export type Allowed = { readonly noun: Noun; readonly action: Action } | 'everyone';

/**
 * Says whom a root field is for; one without it fails the schema's test. Whether he may touch this very thing is
 * decided where the thing is known: reads by `visible`, writes by `may`.
 */
export const Allow = (noun: Noun, action: Action): MethodDecorator =>
  Extensions({ allowed: { noun, action } }) as MethodDecorator;

/** For fields about the viewer himself, such as `me`. */
export const AllowEveryone = (): MethodDecorator => Extensions({ allowed: 'everyone' }) as MethodDecorator;

/** Puts a guard before every root field: no viewer, no answer; no right to the noun, no answer; no id that is none. */
export function guardRoots(schema: GraphQLSchema): GraphQLSchema {
  // Here and not as a middleware, which would stand before each of the thousands of fields of an answer.
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) guard(field);
  }
  return schema;
}

function guard(field: GraphQLField<unknown, RequestContext>): void {
  const { resolve = defaultFieldResolver } = field;
  const allowed = field.extensions['allowed'] as Allowed | undefined;
  field.resolve = (root, args, context, info) => {
    assertAllowed(context.viewer as Viewer | undefined, allowed);
    checkIds(field.args, args);
    return resolve(root, args, context, info) as unknown;
  };
}

function assertAllowed(viewer: Viewer | undefined, allowed: Allowed | undefined): void {
  if (!viewer) throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  if (allowed === 'everyone') return;
  if (!allowed || !may(viewer, allowed.noun, allowed.action)) {
    throw new GraphQLError('Your role does not allow this.', { extensions: { code: 'FORBIDDEN' } });
  }
}
