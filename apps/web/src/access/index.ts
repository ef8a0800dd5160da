export { loadMe, SessionProvider, signOut, useMe } from './use-me.tsx';
export type { Me } from './me.ts';
export { PasswordForm } from './password-form.tsx';
export { ForgotPasswordPage } from './forgot-password-page.tsx';
export { ResetPasswordPage } from './reset-password-page.tsx';
export { safeNext, SignInPage } from './sign-in-page.tsx';
export { UsersPage } from './users-page.tsx';
