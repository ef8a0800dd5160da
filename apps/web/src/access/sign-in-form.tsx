import { PasswordField, TextField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { type AccessFailure, attempt, authClient } from './auth-client.ts';
import { failureText } from './failure-text.ts';
import { forgetMe } from './use-me.tsx';
import styles from './sign-in-page.module.css';

export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [failure, setFailure] = useState<AccessFailure>();
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const problem = await attempt(() =>
      authClient.signIn.email({ email: String(form.get('email')).trim(), password: String(form.get('password')) }));
    setFailure(problem);
    setBusy(false);
    if (!problem) {
      forgetMe();
      onSignedIn();
    } else if (problem === 'wrong') password.current?.select();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {failure && <p role="alert" className={styles.failure}>{failureText(failure, m.access_wrong())}</p>}
      <TextField name="email" type="email" label={m.access_email()} autoComplete="username" required withAsterisk={false} autoFocus />
      <PasswordField ref={password} name="password" label={m.access_password()} autoComplete="current-password" required withAsterisk={false} />
      <Button type="submit" size="sm" loading={busy}>{m.access_sign_in()}</Button>
    </form>
  );
}
