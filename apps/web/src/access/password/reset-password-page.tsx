import { PasswordField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { shortestPassword } from '@orbita/domain/access';
import { type FormEvent, useState } from 'react';
import { askDoor } from '../ask-door.ts';
import { DoorPage } from '../door-page.tsx';
import { failureText } from '../failure-text.ts';
import styles from '../door.module.css';

/** Where the link of the letter leads: a new password, once. */
export function ResetPasswordPage({ token }: { readonly token?: string | undefined }) {
  const [failure, setFailure] = useState<string>();
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const newPassword = String(form.get('password'));
    if (newPassword !== form.get('repeated')) return setFailure(m.access_password_differs());
    setBusy(true);
    const { refused } = await askDoor('reset-password', { newPassword, ...(token ? { token } : {}) });
    setFailure(refused && failureText(refused.failure, m.access_reset_wrong()));
    setBusy(false);
    if (!refused) setDone(true);
  };
  return (
    <DoorPage title={m.access_reset_title()}>
      {done ? <p role="status" className={styles.told}>{m.access_reset_done()}</p> : (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          {failure && <p role="alert" className={styles.failure}>{failure}</p>}
          <PasswordField name="password" label={m.access_password_new()} description={m.access_password_rule({ count: shortestPassword })} autoComplete="new-password" minLength={shortestPassword} required withAsterisk={false} autoFocus />
          <PasswordField name="repeated" label={m.access_password_repeated()} autoComplete="new-password" required withAsterisk={false} />
          <Button type="submit" size="sm" loading={busy}>{m.access_reset_save()}</Button>
        </form>
      )}
      <a className={styles.other} href={done ? '/sign-in' : '/forgot-password'}>{done ? m.access_sign_in() : m.access_forgot_again()}</a>
    </DoorPage>
  );
}
