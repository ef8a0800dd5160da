export { InvitationResolver } from './invitation.resolver.ts';
