import { usePageTitle } from '#design';
import { m } from '#words';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in-page.module.css';

/** Only a path of this app: an address from outside could lead a fresh session elsewhere. */
export const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export function SignInPage({ next }: { readonly next?: string | undefined }) {
  usePageTitle(m.access_sign_in());
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <img src="/orbita.svg" alt="" width={32} height={32} />
        <h1 className={styles.title}>{m.access_sign_in_title()}</h1>
        <SignInForm onSignedIn={() => location.assign(safeNext(next))} />
      </div>
    </main>
  );
}
