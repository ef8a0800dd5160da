import { m } from '#words';
import { DoorPage } from './door-page.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in-page.module.css';

/** Only a path of this app: an address from outside could lead a fresh session elsewhere. */
export const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export const SignInPage = ({ next }: { readonly next?: string | undefined }) => (
  <DoorPage title={m.access_sign_in_title()}>
    <SignInForm onSignedIn={() => location.assign(safeNext(next))} />
    <a className={styles.other} href="/forgot-password">{m.access_forgot()}</a>
  </DoorPage>
);
