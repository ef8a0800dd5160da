export { type Letter, type Mailer, openMailer } from './open-mailer.ts';
export { passwordLetter } from './password-letter.ts';
