export { acceptInvitation, type InvitationProof, type InvitedPerson } from './accept-invitation.ts';
export { resendInvitation, revokeInvitation } from './change-invitation.ts';
export { hashOfToken } from './invitation-token.ts';
export { Invitation } from './invitation.entity.ts';
export { type HeldInvitation, invitationByHash, type InvitationRow, listInvitations, markSent } from './invitation.queries.ts';
export { type InvitationLetter, inviteUsers, type InviteUsersInput } from './invite-users.ts';
