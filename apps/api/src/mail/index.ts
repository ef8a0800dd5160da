export { type Letter, type Mailer, openMailer } from './open-mailer.ts';
export { type Invited, type InvitedBy, invitationLetter, invitationSender } from './invitation-letter.ts';
export { passwordLetter } from './password-letter.ts';
