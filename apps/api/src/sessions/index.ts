export { addressHeader } from './address-header.ts';
export { createUser, type NewUser } from './create-user.ts';
export { openSessions, type Sessions } from './open-sessions.ts';
export { hashPassword } from './password.ts';
export { systemWriting } from './system-writing.ts';
export type { SignedIn } from './viewer-of.ts';
export { letInMinutes, makeLetIn } from './people/let-in.ts';
export type { SingleSignOn } from './sign-on/single-sign-on.ts';
