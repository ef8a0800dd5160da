import { type Action, may, type Noun, type Viewer } from '@orbita/domain/access';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLError } from 'graphql';
import { Extensions, type MiddlewareFn } from 'type-graphql';
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

/** Global middleware: no viewer, no answer; no right to the noun, no answer; no id that is none. */
export const checkAllowed: MiddlewareFn<RequestContext> = ({ info, context, args }, next) => {
  if (isRoot(info)) {
    assertAllowed(context.viewer as Viewer | undefined, allowedOf(info));
    checkIds(info, args);
  }
  return next();
};

const isRoot = (info: GraphQLResolveInfo): boolean => info.path.prev === undefined;

const allowedOf = (info: GraphQLResolveInfo): Allowed | undefined =>
  info.parentType.getFields()[info.fieldName]?.extensions['allowed'] as Allowed | undefined;

function assertAllowed(viewer: Viewer | undefined, allowed: Allowed | undefined): void {
  if (!viewer) throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  if (allowed === 'everyone') return;
  if (!allowed || !may(viewer, allowed.noun, allowed.action)) {
    throw new GraphQLError('Your role does not allow this.', { extensions: { code: 'FORBIDDEN' } });
  }
}
