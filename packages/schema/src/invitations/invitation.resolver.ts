import {
  type InvitationLetter, type InvitationRow, inviteUsers, listInvitations, markSent, resendInvitation, revokeInvitation,
} from '@orbita/database/invitations';
import { companySettings, userById } from '@orbita/database/company';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { InvitationType, InviteUsersInput, InviteUsersResult, ResendInvitationResult, RevokeInvitationResult } from './invitation.type.ts';

@Resolver()
export class InvitationResolver {
  @Query(() => [InvitationType], { description: 'Neither taken up nor taken back; the newest first.', complexity: ({ childComplexity }) => 50 * childComplexity })
  @Allow('user', 'update')
  invitations(@Ctx() { em, viewer, now }: RequestContext): Promise<InvitationRow[]> {
    return listInvitations(em, undefined, viewer, now);
  }

  @Mutation(() => InviteUsersResult, { description: 'Asks people in by a letter each, with a link that lasts a week and opens once.', complexity: ({ childComplexity }) => 50 + childComplexity })
  @Allow('user', 'create')
  inviteUsers(@Arg('input', () => InviteUsersInput) input: InviteUsersInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => inviteUsers(em, input, writingOf(context)), async (letters) => ({ invitations: await send(context, letters) }));
  }

  @Mutation(() => ResendInvitationResult, { description: 'A new letter with a new link; the one before opens nothing any more.' })
  @Allow('user', 'update')
  resendInvitation(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => resendInvitation(em, id, writingOf(context)), async (letter) => ({ invitation: (await send(context, [letter]))[0] ?? null }));
  }

  @Mutation(() => RevokeInvitationResult)
  @Allow('user', 'update')
  revokeInvitation(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => revokeInvitation(em, id, writingOf(context)), async (revoked) => ({ id: revoked }));
  }
}

/** Letters go out when what they speak of stands, and outside of any transaction: a mail server takes its time. */
async function send({ em, viewer, now, sendInvitations }: RequestContext, letters: readonly InvitationLetter[]): Promise<InvitationRow[]> {
  const [inviter, company] = [await userById(em, viewer.userId, viewer), await companySettings(em, viewer)];
  const sent = await sendInvitations?.(letters, { name: inviter?.name ?? '', company: company?.name ?? '' }) ?? [];
  if (sent.length > 0) await markSent(em, sent, now);
  return listInvitations(em, letters.map(({ id }) => id), viewer, now);
}
