import { PasswordField, TextField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { type AccessFailure, askDoor } from '../ask-door.ts';
import { failureText } from '../failure-text.ts';
import styles from '../door.module.css';

interface SignInFormProps {
  readonly onSignedIn: () => void;
  /** The password was right; a code is wanted as well. */
  readonly onSecondStep: () => void;
}

export function SignInForm({ onSignedIn, onSecondStep }: SignInFormProps) {
  const [failure, setFailure] = useState<AccessFailure>();
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const { data, refused } = await askDoor('sign-in/email', { email: String(form.get('email')).trim(), password: String(form.get('password')) });
    setFailure(refused?.failure);
    setBusy(false);
    if (refused?.failure === 'wrong') password.current?.select();
    if (refused) return;
    if ((data as { twoFactorRedirect?: boolean } | undefined)?.twoFactorRedirect) onSecondStep();
    else onSignedIn();
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
