export { loadMe, SessionProvider, signOut, useMe } from './use-me.tsx';
export type { Me } from './me.ts';
export { PasswordForm } from './password-form.tsx';
export { safeNext, SignInPage } from './sign-in-page.tsx';
export { UsersPage } from './users-page.tsx';
