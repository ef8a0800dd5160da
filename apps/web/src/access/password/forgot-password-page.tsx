import { TextField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type AccessFailure, askDoor } from '../ask-door.ts';
import { DoorPage } from '../door-page.tsx';
import { failureText } from '../failure-text.ts';
import styles from '../door.module.css';

/** Asks for a letter with which a new password is chosen; whether there is such an account is not told. */
export function ForgotPasswordPage() {
  const [failure, setFailure] = useState<AccessFailure>();
  const [asked, setAsked] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    const { refused } = await askDoor('request-password-reset', { email });
    setFailure(refused?.failure);
    setBusy(false);
    if (!refused) setAsked(email);
  };
  return (
    <DoorPage title={m.access_forgot_title()}>
      {asked ? <p role="status" className={styles.told}>{m.access_forgot_sent({ email: asked })}</p> : (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          {failure && <p role="alert" className={styles.failure}>{failureText(failure, m.access_forgot_wrong())}</p>}
          <p className={styles.told}>{m.access_forgot_how()}</p>
          <TextField name="email" type="email" label={m.access_email()} autoComplete="username" required withAsterisk={false} autoFocus />
          <Button type="submit" size="sm" loading={busy}>{m.access_forgot_send()}</Button>
        </form>
      )}
      <a className={styles.other} href="/sign-in">{m.access_back_to_sign_in()}</a>
    </DoorPage>
  );
}
