import type { InvitationLetter } from '@orbita/database/invitations';
import type { Writing } from '@orbita/database/requests';
import type { Actor } from '@orbita/database/timeline';
import type { Em } from '@orbita/database/connection';
import type { Viewer } from '@orbita/domain/access';
import type { PubSub } from '@graphql-yoga/subscription';

/** The company's settings that decide days, amounts and texts; read once and kept by the front door. */
export interface CompanyContext {
  readonly id: string;
  readonly currency: string;
  readonly zone: string;
  readonly country: string;
  readonly language: 'en' | 'es';
}

/** What one request carries. The resolvers know nothing of HTTP, sessions or the clock. */
export interface RequestContext {
  /** One fork for this request. */
  readonly em: Em;
  readonly viewer: Viewer;
  readonly company: CompanyContext;
  readonly now: Date;
  readonly requestId: string;
  /** Through which door it came. */
  readonly channel: Actor['channel'];
  /** From the `Idempotency-Key` header; an argument of the mutation goes before it. */
  readonly idempotencyKey?: string;
  /** Live updates: `customer:<id>` and `inbox:<user id>` (see `#live`). */
  readonly pubSub?: PubSub<Record<string, [payload: unknown]>>;
  /** How a password is kept: the front door's own hash. */
  readonly hashPassword?: (password: string) => Promise<string>;
  /** Hands letters of invitations over, and answers the ids of those that were taken: the front door's own mail. */
  readonly sendInvitations?: (letters: readonly InvitationLetter[], from: { readonly name: string; readonly company: string }) => Promise<readonly string[]>;
  /** Batch readers of this request, by name or by the place in the document that asks. */
  readonly readers: Map<unknown, unknown>;
}

/** The name under which this request's writes stand in the timeline. */
export const actorOf = ({ viewer, channel }: RequestContext): Actor => ({
  kind: viewer.partnerId ? 'PARTNER' : 'USER',
  id: viewer.userId,
  channel,
});

/** What a write needs of a request. */
export const writingOf = (context: RequestContext): Writing => ({
  viewer: context.viewer,
  actor: actorOf(context),
  now: context.now,
  company: context.company,
});
