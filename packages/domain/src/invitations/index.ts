export { invitationDays, invitationState, type InvitationState, type InvitationTimes, invitedAtOnce } from './invitation.ts';
