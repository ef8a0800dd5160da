export { addressHeader } from './auth.ts';
export { createUser, type NewUser } from './create-user.ts';
export { openSessions, type Sessions } from './open-sessions.ts';
export { hashPassword } from './password.ts';
export { systemWriting } from './system-writing.ts';
export type { SignedIn } from './viewer-of.ts';
